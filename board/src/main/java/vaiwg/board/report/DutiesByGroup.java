package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.GroupColumn;

/**
 * Makes the tables of what audits of the Victims' Code found, by groups of victims, one a theme. Where too little is known to compare groups
 * there is no share, only how many audits were of each.
 */
final class DutiesByGroup {
    private static final String UNKNOWN = "unknown";
    private static final String AUDITS = "Audits";

    private final Material material;

    /** A duty as the dictionary has it. */
    private record Duty(String column, MeasureEntry measure, Reading reading) {}

    DutiesByGroup(Material material) {
        this.material = material;
    }

    List<AnnexTable> tables() {
        List<Duty> duties =
                GroupColumn.DUTIES.stream().flatMap(duty -> duty(duty).stream()).toList();
        return ComparedGroups.BY.stream()
                .map(Characteristic::slug)
                .flatMap(characteristic ->
                        Slices.THEMES.stream().flatMap(theme -> table(duties, characteristic, theme).stream()))
                .toList();
    }

    private Optional<Duty> duty(GroupColumn duty) {
        return material.dictionary()
                .find(duty.slug())
                .flatMap(measure ->
                        ThemeTable.reading(material, measure).map(reading -> new Duty(duty.name(), measure, reading)));
    }

    private Optional<AnnexTable> table(List<Duty> duties, String characteristic, String theme) {
        List<String> groups = duties.isEmpty() ? List.of() : groups(duties.get(0), characteristic, theme);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Duty first = duties.get(0);
        List<Duty> compared = duties.stream()
                .filter(duty -> isCompared(duty, characteristic, theme))
                .toList();
        List<NumberTable.Row> rows = new ArrayList<>();
        groups.forEach(
                group -> rows.add(row(first, compared, name(group), slice(characteristic, theme, group), false)));
        rows.add(row(first, compared, "All", Slices.ofTheme(theme), true));
        String title = "Duties of the Victims' Code met, by " + characteristic + " of the victim: "
                + ReportWords.lower(Slices.themeTitle(theme));
        return Optional.of(new AnnexTable(
                AreaTitles.of(first.measure().area()),
                title,
                "What audits of cases found of each duty, in % of those to which it applies.",
                new NumberTable(
                        title,
                        Bases.period(first.reading(), material.asAt()),
                        ReportWords.capital(characteristic),
                        Stream.concat(Stream.of(AUDITS), compared.stream().map(Duty::column))
                                .toList(),
                        rows,
                        left(duties, compared, characteristic))));
    }

    /** Why a duty has no column. */
    private static String left(List<Duty> duties, List<Duty> compared, String characteristic) {
        String known = "the " + characteristic + " of the victim is known in fewer than "
                + ComparedGroups.LEAST_KNOWN_WORDS + " of the theme's crimes of the year.";
        if (compared.isEmpty()) {
            return "Groups are not compared: " + known;
        }
        List<String> others = duties.stream()
                .filter(duty -> !compared.contains(duty))
                .map(Duty::column)
                .toList();
        return others.isEmpty() ? "" : "Not compared by " + String.join(", ", others) + ": " + known;
    }

    private NumberTable.Row row(Duty first, List<Duty> compared, String title, String slice, boolean total) {
        List<NumberTable.Entry> cells = new ArrayList<>();
        cells.add(new NumberTable.Entry.Of(figure(first, slice), NumberTable.Part.DENOMINATOR));
        compared.forEach(duty -> cells.add(new NumberTable.Entry.Of(figure(duty, slice), NumberTable.Part.VALUE)));
        return new NumberTable.Row(title, "", cells, total);
    }

    private Figure figure(Duty duty, String slice) {
        return Figures.of(duty.measure(), duty.reading(), slice, Optional.of(material.now()), material.asAt());
    }

    private boolean isCompared(Duty duty, String characteristic, String theme) {
        return groups(duty, characteristic, theme).stream()
                .flatMap(group ->
                        material
                                .now()
                                .find(duty.reading().of(duty.measure().kpi(), slice(characteristic, theme, group)))
                                .stream())
                .allMatch(PublishedValue::compared);
    }

    /** The groups of which there are audits, by name; those of whom it is not known last. */
    private List<String> groups(Duty duty, String characteristic, String theme) {
        return material.now().slices(duty.measure().kpi(), duty.reading()).stream()
                .filter(slice -> Slices.theme(slice).equals(theme))
                .flatMap(slice -> Slices.part(slice, characteristic).stream())
                .sorted(Comparator.comparing((String group) -> group.equals(UNKNOWN))
                        .thenComparing(group -> group))
                .toList();
    }

    private static String name(String group) {
        return ReportWords.capital(group.replace('_', ' '));
    }

    private static String slice(String characteristic, String theme, String group) {
        return Slices.cut(Slices.ofTheme(theme), characteristic, group);
    }
}
