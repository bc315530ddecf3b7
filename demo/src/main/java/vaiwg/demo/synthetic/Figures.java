package vaiwg.demo.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every figure that the synthetic force assumes, by its name in {@code synthetic/figures.yaml}, which says where it comes from; one
 * within another by both names with a dot between them.
 */
final class Figures {
    static final String FORCE = "west-midlands";

    /** The Home Office's number of the force; crime numbers begin with it. */
    static final String FORCE_NUMBER = "20";

    private static final Map<String, Double> NUMBERS = new HashMap<>();
    private static final Map<String, Choice> CHOICES = new HashMap<>();

    static {
        try (InputStream file = Figures.class.getResourceAsStream("/synthetic/figures.yaml")) {
            read("", (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Figures() {}

    private static void read(String within, Map<?, ?> file) {
        file.forEach((key, value) -> {
            String name = within + key;
            if (value instanceof Number number) {
                NUMBERS.put(name, number.doubleValue());
            } else if (value instanceof Map<?, ?> values) {
                if (values.values().stream().noneMatch(Map.class::isInstance)) {
                    CHOICES.put(name, new Choice(values));
                }
                read(name + ".", values);
            }
        });
    }

    /** @throws IllegalArgumentException where the file has no such number */
    static double of(String name) {
        return found(NUMBERS, name);
    }

    /** Another number where the file has no such one. */
    static double of(String name, double other) {
        return NUMBERS.getOrDefault(name, other);
    }

    static int whole(String name) {
        return (int) of(name);
    }

    /** @throws IllegalArgumentException where the file has no such values */
    static Choice choice(String name) {
        return found(CHOICES, name);
    }

    static boolean hasChoice(String name) {
        return CHOICES.containsKey(name);
    }

    /** The share of records that are removed, at least for a time. */
    static double removed() {
        return of("cancelled") + of("transferred") + of("merged");
    }

    private static <T> T found(Map<String, T> figures, String name) {
        T figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("the synthetic force has no figure " + name);
        }
        return figure;
    }
}
