package vaiwg.cli.explain;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vaiwg.jobs.explain.CaseFigure;
import vaiwg.jobs.explain.Counted;
import vaiwg.jobs.explain.Evidence;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.explain.Movement;
import vaiwg.kpis.catalogue.CountedWords;

/** Explanations as they are printed. */
public record ExplanationText(PrintWriter out) {
    private static final String TOTAL = "total";

    /** What is asked for, and the rule that puts a case in or leaves it out. */
    public void heading(Figure figure, String when) {
        out.println("%s of %s, %s".formatted(figure.name(), figure.force(), when));
        out.println(figure.column().measure().title() + ": a case counts by this rule");
        // What differs by the values of the measure's dimension is said of the figure's own alone.
        String own =
                figure.column().variant().map(value -> ", " + value.title()).orElse("");
        CountedWords.of(figure.column().measure()).forEach((name, conditions) -> {
            if (!name.contains(", ") || name.endsWith(own)) {
                out.println("  " + name + ": " + String.join("; ", conditions));
            }
        });
    }

    /** What was published of it, beside the cases that follow. */
    public void published(PublishedFigure.Compared compared) {
        out.println(compared.inWords("The cases below add up to it."));
    }

    /** The cases of a figure, those of the numerator, the rest, and those that are in it no more. */
    public void cases(Explanation explained) {
        parts(explained).forEach(this::list);
    }

    /** Its cases under the titles of its parts. */
    static Map<String, List<Counted>> parts(Explanation explained) {
        boolean hasParts = !explained.figure().column().isPercentile()
                && !explained.figure().column().isCount()
                && !explained.figure().isForPeople();
        Map<String, List<Counted>> parts = new LinkedHashMap<>();
        parts.put(hasParts ? "In the numerator" : "Counted", explained.ofNumerator());
        if (hasParts) {
            parts.put("In the rest of the denominator", explained.ofTheRest());
        }
        parts.put("In it no more", explained.out());
        return parts;
    }

    private void list(String title, List<Counted> counted) {
        out.println();
        out.println(title + ": " + counted.size());
        for (Counted one : counted) {
            out.println("%s%s".formatted(name(one), where(one)));
            one.deciding().forEach(this::decision);
        }
    }

    private void decision(Counted.Decision decision) {
        out.println((decision.comes() ? "  in: " : "  out: ") + reason(decision));
        out.println("    " + decision.evidence().inWords());
    }

    private static String name(Counted counted) {
        return counted.contributor().kind() + ' ' + counted.contributor().reference();
    }

    private static String where(Counted counted) {
        if (!counted.isIn()) {
            return "";
        }
        String days = counted.days().stream().map(ExplanationText::day).collect(Collectors.joining(", "));
        String numbers = counted.numbers().isEmpty()
                ? ""
                : ", with " + counted.numbers().stream().map(Object::toString).collect(Collectors.joining(", "));
        String times = counted.numerator() > 1 || counted.denominator() > 1
                ? ", %d of %d times".formatted(counted.numerator(), counted.denominator())
                : "";
        return ", on " + days + numbers + times;
    }

    /** Which cases moved a figure, by cause. */
    public void movements(List<Movement> movements) {
        Map<String, List<Movement>> byCause = new TreeMap<>();
        movements.forEach(movement -> byCause.computeIfAbsent(movement.cause(), cause -> new ArrayList<>())
                .add(movement));
        byCause.forEach((cause, moved) -> {
            out.println();
            out.println("%s: %d, %+d in the numerator, %+d in the denominator"
                    .formatted(
                            cause,
                            moved.size(),
                            moved.stream().mapToInt(Movement::numerator).sum(),
                            moved.stream().mapToInt(Movement::denominator).sum()));
            for (Movement one : moved) {
                out.println("%s: %+d, %+d".formatted(name(one.after()), one.numerator(), one.denominator()));
                one.evidence().ifPresent(evidence -> out.println("  " + evidence.inWords()));
            }
        });
    }

    /** The records of a case, and each figure in which it is or was, with what put it in or took it out. */
    public void ofCase(String reference, String when, List<Evidence> records, Collection<CaseFigure> figures) {
        out.println("%s, %s".formatted(reference, when));
        records.stream().sorted().forEach(record -> out.println("  " + record.inWords()));
        grouped("In", figures.stream().filter(one -> one.counted().isIn()).toList());
        grouped("Not in", figures.stream().filter(one -> !one.counted().isIn()).toList());
        out.println();
        out.println("Figures of people and places count these, and not the case: ask for the figure itself.");
    }

    /** A line for each measure, basis, window and reason, with its slices; in the order of their names, however the log was read. */
    private void grouped(String title, List<CaseFigure> figures) {
        Map<String, TreeSet<String>> slices = new TreeMap<>();
        for (CaseFigure one : figures) {
            Figure figure = one.figure();
            String line = String.join(
                    " ",
                    figure.column().measure().slug(),
                    figure.column().basis().slug(),
                    figure.column().windows().get(figure.window()).slug());
            boolean isInRest = one.counted().isIn() && !one.counted().isInNumerator();
            String role = isInRest ? ", in the denominator" : "";
            String reason =
                    one.counted().last().map(last -> ": " + reason(last)).orElse("");
            slices.computeIfAbsent(line + role + reason, key -> new TreeSet<>())
                    .add(figure.slice().isEmpty() ? TOTAL : figure.slice());
        }
        out.println();
        out.println(title + ": " + figures.size());
        slices.forEach((line, of) -> out.println("  " + line + " (" + String.join(", ", of) + ")"));
    }

    private static String reason(Counted.Decision decision) {
        return decision.why() + " on " + day(decision.day());
    }

    private static String day(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
