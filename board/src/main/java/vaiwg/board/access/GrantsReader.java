package vaiwg.board.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Priority;

/** Reads a file of grants: a section for each login, {@code [login]}, and in it lines {@code key = value}. Nothing else is taken. */
final class GrantsReader {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\s*=\\s*(.*)");
    private static final Pattern FORCE = Pattern.compile("[a-z][a-z-]*");
    private static final String ALL = "all";
    private static final int LONGEST_NAME = 200;
    private static final String KEYS = "posts, tier, areas, forces, conduct, cases";

    private final Path file;
    private final List<Priority> known;
    private final Map<String, Grant> grants = new HashMap<>();
    private String login;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private GrantsReader(Path file, List<Priority> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * Reads a file's lines.
     *
     * @param known the areas that it may name
     * @throws IllegalArgumentException in one sentence that names the line and says what to do
     */
    static Map<String, Grant> read(Path file, List<String> lines, List<Priority> known) {
        GrantsReader reader = new GrantsReader(file, known);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(i + 1, line);
            }
        }
        reader.endSection();
        return Map.copyOf(reader.grants);
    }

    private void line(int number, String line) {
        Matcher section = SECTION.matcher(line);
        Matcher entry = ENTRY.matcher(line);
        if (section.matches()) {
            endSection();
            login = name(number, "the login", section.group(1).strip());
            if (grants.containsKey(login)) {
                throw wrong(number, "this login has a section already: make one of the two");
            }
        } else if (!entry.matches()) {
            throw wrong(number, "it is neither [login] nor key = value: write one of these");
        } else if (login == null) {
            throw wrong(number, "it belongs to no login: write [login] above it");
        } else {
            entry(number, entry.group(1), entry.group(2).strip());
        }
    }

    private void entry(int number, String key, String value) {
        if (!List.of(KEYS.split(", ")).contains(key)) {
            throw wrong(number, "there is no key " + key + ": write one of " + KEYS);
        }
        if (value.isEmpty()) {
            throw wrong(number, key + " says nothing: give it a value, or leave the line out");
        }
        if (entries.put(key, value) != null) {
            throw wrong(number, key + " is there twice: make one line of the two");
        }
        places.put(key, number);
    }

    private void endSection() {
        if (login != null) {
            grants.put(login, grant());
            entries.clear();
        }
    }

    private Grant grant() {
        boolean internal =
                isOther("tier", "board", "internal", "there is no such tier of pages: write board or internal");
        if (!internal && entries.containsKey("areas")) {
            throw wrong(
                    places.get("areas"), "areas are those of the internal tier: add tier = internal, or leave it out");
        }
        boolean conduct = isOther("conduct", "no", "yes", "conduct is seen or it is not: write yes or no");
        boolean cases =
                isOther("cases", "no", "yes", "cases behind figures are shown or they are not: write yes or no");
        return new Grant(posts(), internal ? areas() : Optional.of(Set.of()), forces(), conduct, cases);
    }

    /** Whether a key has the other of its two values than the one that it has where it is not there. */
    private boolean isOther(String key, String usual, String other, String wrong) {
        String value = entries.getOrDefault(key, usual);
        if (!List.of(usual, other).contains(value)) {
            throw wrong(places.get(key), wrong);
        }
        return value.equals(other);
    }

    private List<String> posts() {
        List<String> posts = new ArrayList<>();
        for (String post : values("posts", ";")) {
            String name = name(places.get("posts"), "a post", post);
            if (posts.contains(name)) {
                throw wrong(places.get("posts"), "a post is there twice: name it once");
            }
            posts.add(name);
        }
        return posts;
    }

    private Optional<Set<Priority>> areas() {
        if (entries.getOrDefault("areas", ALL).equals(ALL)) {
            return Optional.empty();
        }
        Set<Priority> areas = new HashSet<>();
        for (String slug : values("areas", ",")) {
            areas.add(known.stream()
                    .filter(area -> area.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            places.get("areas"),
                            "there is no such area: write all, or some of "
                                    + known.stream().map(Priority::slug).collect(Collectors.joining(", ")))));
        }
        return Optional.of(areas);
    }

    private Optional<Set<String>> forces() {
        if (entries.getOrDefault("forces", ALL).equals(ALL)) {
            return Optional.empty();
        }
        Set<String> forces = new LinkedHashSet<>(values("forces", ","));
        if (!forces.stream().allMatch(force -> FORCE.matcher(force).matches())) {
            throw wrong(places.get("forces"), "a force is no slug: write all, or some such as west-midlands");
        }
        return Optional.of(forces);
    }

    private List<String> values(String key, String separator) {
        return entries.containsKey(key)
                ? Arrays.stream(entries.get(key).split(separator, -1))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private String name(int number, String what, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong(number, what + " is no name of 1 to " + LONGEST_NAME + " characters: correct it");
        }
        return name;
    }

    /** Without the line's words, which may name a person. */
    private IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException("Line " + number + " of " + file + ": " + what + ".");
    }
}
