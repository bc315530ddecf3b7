package vaiwg.board.disclosure;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes a tree of records again: some types by rules, and all others as they are with what is in them written again. */
final class RecordTree {
    private final Map<Class<?>, Function<Object, Optional<?>>> rules = new HashMap<>();

    /** @param rule what stands for one of a type; empty, which only one in a list or an optional may become, for nothing */
    <T> RecordTree with(Class<T> type, Function<T, Optional<T>> rule) {
        rules.put(type, node -> rule.apply(type.cast(node)));
        return this;
    }

    /** Those of a list that are left. */
    <T> List<T> list(Collection<T> nodes) {
        return nodes.stream().flatMap(node -> optional(node).stream()).toList();
    }

    <T> T one(T node) {
        return optional(node)
                .orElseThrow(
                        () -> new IllegalStateException("a " + node.getClass().getSimpleName()
                                + " of a report is to be left out where there has to be one"));
    }

    @SuppressWarnings("unchecked") // A rule gives what it takes, and else the same type is made again.
    <T> Optional<T> optional(T node) {
        return (Optional<T>) rules.getOrDefault(node.getClass(), this::inside).apply(node);
    }

    private Optional<?> inside(Object node) {
        if (node instanceof List<?> nodes) {
            return Optional.of(list(nodes));
        }
        if (node instanceof Optional<?> held) {
            return Optional.of(held.flatMap(this::optional));
        }
        return Optional.of(node instanceof Record tree ? again(tree) : node);
    }

    private Object again(Record node) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object value = components[i].getAccessor().invoke(node);
                values[i] = value == null || value instanceof String ? value : one(value);
            }
            Constructor<?> constructor = node.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of a report is not to be written again: " + node.getClass(), e);
        }
    }
}
