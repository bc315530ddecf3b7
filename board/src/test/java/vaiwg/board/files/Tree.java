package vaiwg.board.files;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whatever a record holds, however deep: what no form of the report may forget. */
final class Tree {
    private Tree() {}

    static <T> List<T> all(Object root, Class<T> type) {
        List<T> found = new ArrayList<>();
        visit(root, value -> {
            if (type.isInstance(value)) {
                found.add(type.cast(value));
            }
        });
        return found;
    }

    private static void visit(Object value, Consumer<Object> visitor) {
        visitor.accept(value);
        if (value instanceof Optional<?> option) {
            option.ifPresent(inner -> visit(inner, visitor));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> visit(inner, visitor));
        } else if (value instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                try {
                    visit(part.getAccessor().invoke(parts), visitor);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
