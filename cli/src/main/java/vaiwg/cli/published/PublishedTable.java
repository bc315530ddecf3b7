package vaiwg.cli.published;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.reference.CodeMaps;

/** Reads what others published, file by file and line by line, and adds up what belongs together: parts of a year, and classes of a theme. */
public final class PublishedTable {
    /** Titles and notes that may stand above a head. */
    private static final int MOST_ABOVE = 30;
    /** Rows of these forces say their name otherwise. */
    private static final Map<String, String> NAMES =
            Map.of("london-city-of", "city-of-london", "metropolitan-police", "metropolitan");
    /** Codes of police force areas in England and in Wales; others are of regions and countries. */
    private static final Pattern FORCE_AREA = Pattern.compile("(E23|W15)\\d+");

    private final Set<String> forces;
    private final ThemeGroups groups;
    private final YearParts years = new YearParts();
    private final Map<PublishedCount, Long> counts = new LinkedHashMap<>();

    private Layout layout;
    private List<String> head = List.of();
    /** Of what a file is that has no column for it. */
    private Optional<Period.Part> named = Optional.empty();

    private long otherForces;
    private long otherGroups;
    private long otherOutcomes;

    private PublishedTable(CodeMaps maps, Set<String> forces) {
        this.forces = forces;
        this.groups = new ThemeGroups(maps);
    }

    /**
     * Reads files of one layout.
     *
     * @param maps by which classes are in themes
     * @param forces those that are compared
     */
    public static PublishedTable read(List<Path> files, CodeMaps maps, Set<String> forces) {
        PublishedTable table = new PublishedTable(maps, forces);
        for (Path file : files) {
            try (TableLines lines = new TableLines(file)) {
                table.begin(file, lines);
                for (Optional<List<String>> next = lines.next(); next.isPresent(); next = lines.next()) {
                    table.take(next.get(), lines.place());
                }
            } catch (MalformedInputException e) {
                throw CommandFailure.wrongUsage(file + " is not in UTF-8: save the sheet as CSV in UTF-8.", e);
            } catch (IOException e) {
                throw CommandFailure.wrongUsage(file + " cannot be read: name a CSV file, saved from the sheet.", e);
            }
        }
        table.counts.keySet().removeIf(count -> !table.years.isWhole(new Period(count.from(), count.to())));
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

    /** Finds the first line with the columns of a table, and the year that a title above it names. */
    private void begin(Path file, TableLines lines) throws IOException {
        named = Period.ofFileName(file.toAbsolutePath().getFileName().toString());
        String first = "";
        for (int above = 0; above < MOST_ABOVE; above++) {
            Optional<List<String>> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            first = first.isEmpty() ? lines.place() : first;
            Optional<Layout> found = Layout.of(line.get());
            if (found.isPresent()) {
                use(found.get(), line.get(), lines.place());
                return;
            }
            named = Period.ofTitle(line.get().get(0)).or(() -> named);
        }
        if (first.isEmpty()) {
            throw CommandFailure.wrongUsage(file + " is empty: name a CSV file with a head.");
        }
        throw CommandFailure.wrongUsage(first + ", and what follows, has the columns of no table that is known: bring"
                + " it into one of " + Layout.choices() + ".");
    }

    private void use(Layout found, List<String> line, String place) {
        if (layout != null && !layout.equals(found)) {
            throw CommandFailure.wrongUsage(place + ", is of " + found.name() + ", and a file before it of "
                    + layout.name() + ": compare files of one kind at a time.");
        }
        if (!found.says("period") && !found.says("year") && named.isEmpty()) {
            throw CommandFailure.wrongUsage(place + ": nothing says of which year the table is: rename the file, so"
                    + " that its name has year-ending-march-2026, or of a month march-2026.");
        }
        layout = found;
        head = line;
    }

    private void take(List<String> cells, String place) {
        if (layout.says("area") && !isOfForce(cells)) {
            return;
        }
        String force = slug(said(cells, "force", place));
        if (!forces.contains(force)) {
            otherForces++;
            return;
        }
        for (Layout.Counts column : layout.counts()) {
            Optional<ThemeGroups.Group> group = group(column, cells, place);
            if (group.isEmpty()) {
                otherGroups++;
                return;
            }
            take(column, force, group.get(), cells, place);
        }
    }

    private void take(Layout.Counts column, String force, ThemeGroups.Group group, List<String> cells, String place) {
        Period.Part part = part(cells, place);
        years.add(part);
        String outcome =
                layout.says("outcome") ? said(cells, "outcome", place).toUpperCase(Locale.ROOT) : column.outcome();
        Optional<Long> records = number(cell(cells, column.column(), place), place);
        if (Figure.of(outcome, column.by()).isEmpty()) {
            otherOutcomes++;
        } else if (records.isPresent()) {
            counts.merge(count(force, part.year(), group, outcome, column.by()), records.get(), Long::sum);
        }
    }

    private static PublishedCount count(
            String force, Period year, ThemeGroups.Group group, String outcome, CountedBy by) {
        // One figure has both.
        String type = outcome.equals("1A") ? "1" : outcome;
        return new PublishedCount(force, year.from(), year.to(), group.themes(), type, by, group.differs());
    }

    /** Below a table, and between its forces, stand other rows. */
    private boolean isOfForce(List<String> cells) {
        int at = head.indexOf(layout.columns().get("area"));
        return at < cells.size() && FORCE_AREA.matcher(cells.get(at)).matches();
    }

    private Optional<ThemeGroups.Group> group(Layout.Counts column, List<String> cells, String place) {
        if (!column.group().isEmpty()) {
            return groups.ofName(column.group());
        }
        return layout.says("code")
                ? groups.ofCode(said(cells, "code", place))
                : groups.ofName(said(cells, "group", place));
    }

    private Period.Part part(List<String> cells, String place) {
        if (layout.says("period")) {
            String name = said(cells, "period", place);
            return Period.Part.whole(Period.endingWith(name)
                    .or(() -> Period.financialYear(name))
                    .orElseThrow(() -> noYear(name, place)));
        }
        if (layout.says("year")) {
            String name = said(cells, "year", place);
            Period year = Period.financialYear(name).orElseThrow(() -> noYear(name, place));
            return Period.Part.quarter(year, said(cells, "quarter", place));
        }
        return named.orElseThrow();
    }

    private static CommandFailure noYear(String name, String place) {
        return CommandFailure.wrongUsage(
                place + ": '" + name + "' is no year: write 2026-03 (ending with March 2026) or 2025/26.");
    }

    private String said(List<String> cells, String says, String place) {
        return cell(cells, layout.columns().get(says), place);
    }

    private String cell(List<String> cells, String column, String place) {
        int at = head.indexOf(column);
        if (at >= cells.size()) {
            throw CommandFailure.wrongUsage(place + ", has fewer columns than the head: mend the line.");
        }
        return cells.get(at);
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
