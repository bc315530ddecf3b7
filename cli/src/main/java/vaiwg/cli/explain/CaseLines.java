package vaiwg.cli.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.jobs.explain.Counted;
import vaiwg.jobs.explain.Evidence;
import vaiwg.jobs.explain.Explanation;

/** The cases of a figure as CSV (RFC 4180), a line each with the record that decided last. */
final class CaseLines {
    private static final String HEADING =
            "part,kind,reference,days,numbers,decided by,stream,partition,offset,event,changed at,known at";
    /** With these a spreadsheet takes what a source wrote for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final String END = "\r\n";

    private final StringBuilder csv = new StringBuilder(HEADING).append(END);
    private int lines;

    private CaseLines() {}

    static CaseLines of(Explanation explained) {
        CaseLines all = new CaseLines();
        ExplanationText.parts(explained).forEach((part, counted) -> counted.forEach(one -> all.add(part, one)));
        return all;
    }

    String csv() {
        return csv.toString();
    }

    int count() {
        return lines;
    }

    private void add(String part, Counted one) {
        Optional<Counted.Decision> last = one.last();
        Optional<Evidence> evidence = last.map(Counted.Decision::evidence);
        line(
                part,
                one.contributor().kind(),
                one.contributor().reference(),
                one.days().stream()
                        .map(day -> LocalDate.ofEpochDay(day).toString())
                        .collect(Collectors.joining(" ")),
                one.numbers().stream().map(Object::toString).collect(Collectors.joining(" ")),
                last.map(Counted.Decision::why).orElse(""),
                evidence.map(record -> record.stream().slug()).orElse(""),
                evidence.map(record -> Integer.toString(record.partition())).orElse(""),
                evidence.map(record -> Long.toString(record.offset())).orElse(""),
                evidence.map(record -> record.eventId().toString()).orElse(""),
                evidence.map(record -> Instant.ofEpochMilli(record.changedAt()).toString())
                        .orElse(""),
                evidence.map(record -> Instant.ofEpochMilli(record.knownAt()).toString())
                        .orElse(""));
        lines++;
    }

    private void line(String... values) {
        List<String> fields = Arrays.stream(values).map(CaseLines::field).toList();
        csv.append(String.join(",", fields)).append(END);
    }

    /** Quoted; an apostrophe before what would be taken for a formula, and is then shown as text. */
    static String field(String value) {
        boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
