package vaiwg.board.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all records of a type in a report, however deep. */
final class Walk {
    private Walk() {}

    static <T> List<T> find(Object root, Class<T> type) {
        List<T> found = new ArrayList<>();
        visit(root, type, found);
        return found;
    }

    private static <T> void visit(Object node, Class<T> type, List<T> found) {
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Optional<?> optional) {
            optional.ifPresent(inner -> visit(inner, type, found));
        } else if (node instanceof Iterable<?> all) {
            all.forEach(inner -> visit(inner, type, found));
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                visit(value(node, component), type, found);
            }
        }
    }

    private static Object value(Object node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("A component cannot be read: " + component, e);
        }
    }
}
