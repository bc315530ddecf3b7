package vaiwg.verification.supply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as Maven writes ranges of them: {@code (,12.0.33),[12.1.0,12.1.7)}. */
final class VersionRange {
    private static final Pattern PART = Pattern.compile("([\\[(])([^,\\])]*),([^,\\])]*)([\\])])");

    private final List<Part> parts = new ArrayList<>();

    /** @throws IllegalArgumentException where it is none */
    static VersionRange of(String text) {
        VersionRange range = new VersionRange();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            range.parts.add(new Part(
                    part.group(1).equals("["),
                    part.group(2),
                    part.group(3),
                    part.group(4).equals("]")));
        }
        if (range.parts.isEmpty() || !PART.matcher(text).replaceAll("").matches(",*")) {
            throw new IllegalArgumentException("no range of versions: " + text);
        }
        return range;
    }

    boolean contains(String version) {
        return parts.stream().anyMatch(part -> part.contains(version));
    }

    /** Numbers by their value, and what is before a release before it; what is only a name of the build says nothing. */
    static int compare(String one, String other) {
        List<Integer> first = numbers(one);
        List<Integer> second = numbers(other);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            int compared = Integer.compare(at(first, i), at(second, i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("[.-]")) {
            if (part.matches("\\d{1,9}")) {
                numbers.add(Integer.valueOf(part));
            } else if (part.matches("(?i)(alpha|beta|m|rc|snapshot|cr)\\d*")) {
                numbers.add(-1);
                return numbers;
            } else {
                return numbers;
            }
        }
        return numbers;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts.toArray());
    }

    private record Part(boolean withFrom, String from, String to, boolean withTo) {
        boolean contains(String version) {
            return isAfter(version) && isBefore(version);
        }

        private boolean isAfter(String version) {
            int compared = from.isEmpty() ? 1 : compare(version, from);
            return compared > 0 || withFrom && compared == 0;
        }

        private boolean isBefore(String version) {
            int compared = to.isEmpty() ? -1 : compare(version, to);
            return compared < 0 || withTo && compared == 0;
        }
    }
}
