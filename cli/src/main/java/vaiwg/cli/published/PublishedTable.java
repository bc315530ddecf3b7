package vaiwg.cli.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Theme;

/** Reads a table that others published, line by line, and adds up what belongs together: quarters, and classes of a theme. */
public final class PublishedTable {
    private static final int QUARTERS = 4;
    /** Rows of these forces say their name otherwise. */
    private static final Map<String, String> NAMES =
            Map.of("london-city-of", "city-of-london", "metropolitan-police", "metropolitan");

    private final CodeMaps maps;
    private final Set<String> forces;
    private final Map<String, Map<String, String>> groups = new HashMap<>();
    private final Map<PublishedCount, Long> counts = new LinkedHashMap<>();
    /** Of each period the quarters that it has. */
    private final Map<Period, Set<String>> quarters = new HashMap<>();

    private Layout layout;
    private Map<String, Integer> places;
    private long otherForces;
    private long otherGroups;
    private long otherOutcomes;

    private PublishedTable(CodeMaps maps, Set<String> forces) {
        this.maps = maps;
        this.forces = forces;
        Layout.file("groups.csv").rows().forEach(row -> groups.put(row.get("group"), row));
    }

    /**
     * Reads a file.
     *
     * @param maps by which classes are in themes
     * @param forces those that are compared
     */
    public static PublishedTable read(Path file, CodeMaps maps, Set<String> forces) {
        PublishedTable table = new PublishedTable(maps, forces);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank() && !text.startsWith("#")) {
                    table.take(ReferenceFile.cells(text), file + ", line " + number);
                }
            }
        } catch (MalformedInputException e) {
            throw CommandFailure.wrongUsage(file + " is not in UTF-8: save the sheet as CSV in UTF-8.", e);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(file + " cannot be read: name a CSV file, saved from the sheet.", e);
        }
        if (table.layout == null) {
            throw CommandFailure.wrongUsage(file + " is empty: name a CSV file with a head.");
        }
        table.counts.keySet().removeIf(count -> !table.isWhole(new Period(count.from(), count.to())));
        return table;
    }

    /** The counts, in the order in which they are first named. */
    Map<PublishedCount, Long> counts() {
        return counts;
    }

    public String layout() {
        return layout.name();
    }

    /** How many rows are of forces that are not published here. */
    public long otherForces() {
        return otherForces;
    }

    /** How many rows are of offences in no theme. */
    public long otherGroups() {
        return otherGroups;
    }

    /** How many counts are of outcomes of which no figure is published here, counted so. */
    public long otherOutcomes() {
        return otherOutcomes;
    }

    private void take(List<String> cells, String place) {
        if (layout == null) {
            List<String> head = cells.stream().map(String::strip).toList();
            layout = Layout.of(head)
                    .orElseThrow(() -> CommandFailure.wrongUsage(
                            place + ", has the columns of no table that is known: bring it into one of "
                                    + Layout.choices() + "."));
            places = new HashMap<>();
            layout.columns().forEach((says, column) -> places.put(says, head.indexOf(column)));
            return;
        }
        String force = slug(cell(cells, "force", place));
        if (!forces.contains(force)) {
            otherForces++;
            return;
        }
        Optional<Group> group =
                layout.says("code") ? ofCode(cell(cells, "code", place)) : ofName(cell(cells, "group", place));
        if (group.isEmpty()) {
            otherGroups++;
            return;
        }
        Period period = period(cells, place);
        String outcome = layout.says("outcome") ? cell(cells, "outcome", place).toUpperCase(Locale.ROOT) : "";
        for (CountedBy by : CountedBy.values()) {
            if (layout.says(by.slug())) {
                Optional<Long> records = number(cell(cells, by.slug(), place), place);
                if (Figure.of(outcome, by).isEmpty()) {
                    otherOutcomes++;
                } else if (records.isPresent()) {
                    counts.merge(count(force, period, group.get(), outcome, by), records.get(), Long::sum);
                }
            }
        }
    }

    private static PublishedCount count(String force, Period period, Group group, String outcome, CountedBy by) {
        // One figure has both.
        String type = outcome.equals("1A") ? "1" : outcome;
        return new PublishedCount(force, period.from(), period.to(), group.theme(), type, by, group.differs());
    }

    private record Group(String theme, String differs) {}

    private Optional<Group> ofCode(String code) {
        try {
            return Optional.ofNullable(maps.themeOf(PackedCode.pack(code)))
                    .map(theme -> new Group(theme.theme().slug(), ""));
        } catch (IllegalArgumentException e) {
            // Some rows are of what is no class, such as "UK Finance".
            return Optional.empty();
        }
    }

    private Optional<Group> ofName(String name) {
        Map<String, String> group = groups.get(name);
        return group == null
                ? Theme.of(name).map(theme -> new Group(theme.slug(), ""))
                : Optional.of(new Group(group.get("theme"), group.get("differs")));
    }

    private Period period(List<String> cells, String place) {
        String name = cell(cells, layout.says("period") ? "period" : "year", place);
        Period period = (layout.says("period")
                        ? Period.endingWith(name).or(() -> Period.financialYear(name))
                        : Period.financialYear(name))
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        place + ": '" + name + "' is no year: write 2026-03 (ending with March 2026) or 2025/26."));
        if (layout.says("quarter")) {
            quarters.computeIfAbsent(period, any -> new TreeSet<>()).add(cell(cells, "quarter", place));
        }
        return period;
    }

    /** A year of which a quarter is still to come is none. */
    private boolean isWhole(Period period) {
        return !layout.says("quarter") || quarters.get(period).size() == QUARTERS;
    }

    private String cell(List<String> cells, String says, String place) {
        int column = places.get(says);
        if (column >= cells.size()) {
            throw CommandFailure.wrongUsage(place + ", has fewer columns than the head: mend the line.");
        }
        return cells.get(column).strip();
    }

    /** Empty where the table has no count: "N/A", ":" and the like. */
    private static Optional<Long> number(String text, String place) {
        String digits = text.replace(",", "");
        if (digits.matches("-?\\d{1,12}")) {
            return Optional.of(Long.parseLong(digits));
        }
        if (digits.isEmpty() || digits.matches("[:.*x-]{1,3}|(?i)n/?a\\b.*")) {
            return Optional.empty();
        }
        throw CommandFailure.wrongUsage(place + ", has a count that is no whole number: correct it.");
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-|-$", "");
        return NAMES.getOrDefault(slug, slug);
    }
}
