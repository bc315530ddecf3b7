package vaiwg.demo;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.cli.terminal.TextTable;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Figures under their priority areas: what, value, what of what, on which basis and window. */
final class HeadlineTable implements ClosingTable {
    /** The figures of page 1 of the report, but for the restricted one. */
    static final HeadlineTable PAGE_ONE = new HeadlineTable(
            "The headlines of the priority areas",
            "settled_90d: crimes recorded in a year that ended 90 days ago, and what had come of each 90 days later.",
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> measure.placement().isOnPageOne() && !measure.isRestricted())
                    .sorted(Comparator.comparingInt(
                            measure -> measure.placement().order()))
                    .flatMap(measure -> measure.readByDay().map(view -> HeadlineKey.of(measure, view)).stream())
                    .toList());

    static final HeadlineTable ARCHIVE = new HeadlineTable(
            "What an archive can show: months, and violence and sexual offences as one group",
            "settled_6m: crimes of a year that ended six months ago, and what had come of each six months later.",
            List.of(
                    new HeadlineKey("recorded_offences", "recorded", "12m", "theme=violence_sexual"),
                    new HeadlineKey("outcome_recorded", "to_date", "12m", "theme=violence_sexual"),
                    new HeadlineKey("unable_to_prosecute", "settled_6m", "12m", "theme=violence_sexual"),
                    new HeadlineKey("charge_rate", "settled_6m", "12m", "theme=violence_sexual")));

    /** Longer titles go on in a second line, so that the table fits a terminal of 120 columns. */
    private static final int TITLE_WIDTH = 60;

    private static final String INDENT = "  ";

    private final String title;
    private final String note;
    private final List<HeadlineKey> headlines;

    /** @param headlines those of a priority area next to each other */
    private HeadlineTable(String title, String note, List<HeadlineKey> headlines) {
        this.title = title;
        this.note = note;
        this.headlines = headlines;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String text(PublishedFigures figures) throws SQLException {
        TextTable table = new TextTable(List.of("", "Value", "", "Basis, window"));
        Optional<Priority> last = Optional.empty();
        for (HeadlineKey headline : headlines) {
            HeadlineFigure figure = figures.figure(headline);
            if (!last.equals(Optional.of(figure.priority()))) {
                last = Optional.of(figure.priority());
                table.row(List.of(figure.priority().title(), "", "", ""));
            }
            addRow(table, headline, figure);
        }
        return table + "\n" + note + "\n";
    }

    private void addRow(TextTable table, HeadlineKey headline, HeadlineFigure figure) {
        String name =
                INDENT + figure.title() + (slicesDiffer() && !headline.slice().isEmpty() ? ": " + headline.cut() : "");
        int end = name.length() <= TITLE_WIDTH ? name.length() : name.lastIndexOf(' ', TITLE_WIDTH);
        table.row(List.of(name.substring(0, end), figure.value(), figure.numbers(), headline.reading()));
        if (end < name.length()) {
            table.row(List.of(INDENT + INDENT + name.substring(end + 1), "", "", ""));
        }
    }

    /** A slice that all share is told by the title. */
    private boolean slicesDiffer() {
        return headlines.stream().map(HeadlineKey::slice).distinct().count() > 1;
    }
}
