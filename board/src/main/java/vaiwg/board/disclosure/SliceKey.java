package vaiwg.board.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A slice by its dimensions, such as {@code lpa=solihull;theme=rape}; the total has none. */
record SliceKey(Map<String, String> dimensions) {
    static SliceKey of(String slice) {
        Map<String, String> dimensions = new TreeMap<>();
        if (!slice.isEmpty()) {
            for (String cut : slice.split(";", -1)) {
                int is = cut.indexOf('=');
                dimensions.put(is < 0 ? cut : cut.substring(0, is), is < 0 ? "" : cut.substring(is + 1));
            }
        }
        return new SliceKey(dimensions);
    }

    Optional<String> value(String dimension) {
        return Optional.ofNullable(dimensions.get(dimension));
    }

    SliceKey without(String dimension) {
        Map<String, String> rest = new TreeMap<>(dimensions);
        rest.remove(dimension);
        return new SliceKey(rest);
    }

    @Override
    public String toString() {
        return dimensions.entrySet().stream()
                .map(cut -> cut.getKey() + "=" + cut.getValue())
                .collect(Collectors.joining(";"));
    }
}
