package vaiwg.cli.profile;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import vaiwg.cli.profile.CodeCounts.Count;
import vaiwg.cli.profile.ProfileAnswer.Field;
import vaiwg.cli.profile.ProfileAnswer.Stream;
import vaiwg.cli.terminal.TextTable;
import vaiwg.kpis.text.Digits;

/** A profile as tables for people. */
public record ProfileText(PrintWriter out) {
    /** Prints it, what must be mended of a stream before what is only to be known. */
    public void print(ProfileAnswer profile) {
        out.println(Digits.count(profile.lines()) + " lines, " + Digits.count(profile.rejected())
                + " of which the job would reject"
                + (profile.rejected() == 0 ? "." : ": vaiwg validate names them."));
        profile.rejectedByReason().forEach((reason, lines) -> out.println("  " + Digits.count(lines) + "  " + reason));
        if (!profile.versionsWhole()) {
            out.println("Versions that are there twice were looked for among the first "
                    + Digits.count(SeenVersions.MOST) + " records.");
        }
        profile.streams().forEach(this::print);
        out.flush();
    }

    private void print(Stream stream) {
        out.println();
        out.println(stream.force() + ", " + stream.stream() + ": " + Digits.count(stream.records()) + " records, "
                + Digits.count(stream.rejected()) + " rejected"
                + (stream.folder()
                        ? ""
                        : "; there is no folder of this force, so that its areas and codes are unknown"));
        if (stream.firstDay() != null) {
            out.println("  changed from " + stream.firstDay() + " to " + stream.lastDay() + "; days without a record: "
                    + stream.daysWithout()
                    + (stream.longestGapDays() == 0
                            ? ""
                            : ", at most " + stream.longestGapDays() + " together, from " + stream.longestGapFrom()));
        }
        out.println("  versions that are there twice: " + Digits.count(stream.repeatedVersions())
                + "; more than ten minutes out of order: " + Digits.count(stream.outOfOrder()));
        fields(stream);
        dates(stream);
        codes(stream);
    }

    private void fields(Stream stream) {
        TextTable table = new TextTable(List.of("  field", "with", "without"));
        stream.fields()
                .forEach(field -> table.row(
                        List.of("  " + field.field(), Digits.count(field.with()), Digits.count(field.without()))));
        out.print(table);
    }

    private void dates(Stream stream) {
        TextTable table = new TextTable(List.of("  date", "first", "last", "too early", "ahead"));
        for (Field field : stream.fields()) {
            if (field.dates() != null) {
                table.row(List.of(
                        "  " + field.field(),
                        field.dates().first(),
                        field.dates().last(),
                        Digits.count(field.dates().tooEarly()),
                        Digits.count(field.dates().ahead())));
            }
        }
        out.print(table);
    }

    private void codes(Stream stream) {
        TextTable table = new TextTable(List.of("  field and code", "becomes", "records"));
        for (Field field : stream.fields()) {
            if (field.codes() != null) {
                field.codes().known().forEach(code -> table.row(row(field, code)));
                field.codes().unknown().forEach(code -> table.row(row(field, code)));
                long unnamed = field.codes().unknownRecords()
                        - field.codes().unknown().stream()
                                .mapToLong(Count::records)
                                .sum();
                if (unnamed > 0) {
                    table.row(List.of("  " + field.field() + ", others", "UNKNOWN", Digits.count(unnamed)));
                }
            }
        }
        out.print(table);
    }

    private static List<String> row(Field field, Count code) {
        return List.of(
                "  " + field.field() + " " + code.code(),
                Objects.requireNonNullElse(code.becomes(), "UNKNOWN"),
                Digits.count(code.records()));
    }
}
