package vaiwg.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many seconds a turn of each contestant takes: its last one; before it has had one, what an earlier race says. */
final class TurnTimes {
    private static final String BETWEEN = ", ";
    private static final int SECONDS_A_MINUTE = 60;

    private final Map<String, Long> seconds = new LinkedHashMap<>();

    /** @param known what {@link #toString} gave, or nothing */
    TurnTimes(String known) {
        for (String turn : known.isEmpty() ? new String[0] : known.split(BETWEEN)) {
            String[] words = turn.split(" ");
            took(words[0], Long.parseLong(words[1]));
        }
    }

    void took(String name, long lasted) {
        seconds.put(name, lasted);
    }

    /** What turns will take, for a person who waits; whoever has had none is taken for one like the others. */
    String left(Collection<String> names) {
        if (seconds.isEmpty()) {
            return "time left not yet known";
        }
        double mean =
                seconds.values().stream().mapToLong(Long::longValue).average().orElseThrow();
        double left = names.stream()
                .mapToDouble(name -> seconds.containsKey(name) ? seconds.get(name) : mean)
                .sum();
        return "about " + (int) Math.ceil(left / SECONDS_A_MINUTE) + " min left";
    }

    /** Such as {@code loop 9, job-all 58}. */
    @Override
    public String toString() {
        return seconds.entrySet().stream()
                .map(turn -> turn.getKey() + " " + turn.getValue())
                .collect(Collectors.joining(BETWEEN));
    }
}
