package vaiwg.policeuk;

import java.util.ArrayList;
import java.util.List;
import vaiwg.cli.terminal.TextTable;

/** An {@link Imported} in words: each release under its name, what it corrects, and what was sent. */
final class ImportedText {
    private final Imported imported;

    ImportedText(Imported imported) {
        this.imported = imported;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (ImportReport report : imported.releases()) {
            String text = report.text() + (report.corrects() ? "\n" + new CorrectionText(report) : "");
            parts.add(imported.releases().size() == 1 ? text : title(report) + "\n\n" + text);
        }
        parts.add(sent());
        return String.join("\n", parts);
    }

    private static String title(ImportReport report) {
        String title = "Release " + report.name() + ", known from " + report.published();
        return title + "\n" + "=".repeat(title.length());
    }

    private String sent() {
        if (imported.events() == 0) {
            return "Nothing was sent: the topics hold all of this already.\n";
        }
        String sent = TextTable.number(imported.events()) + " events were sent.\n";
        return imported.late() == 0
                ? sent
                : sent
                        + TextTable.number(imported.late())
                        + " of them are of months that the topics had been said to be complete for: they count from now on,"
                        + "\nand are listed as late. To have them in their months, import all releases by one command into new"
                        + " topics.\n";
    }
}
