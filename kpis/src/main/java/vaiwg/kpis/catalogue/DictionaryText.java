package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.text.Digits;

/** The dictionary of measures as Markdown. */
public record DictionaryText(Catalogue catalogue) {
    private static final String HOW_TO_READ = """
            A definition says what is counted, and of what; the basis says by when. At a midnight, over a window of W days:

            - `recorded`: crimes (steps, matters) of the last W days by their own day, as known now; `to_date` the same with the outcome as
              known now, too early for the last ones.
            - `settled_90d`: crimes of the W days that ended 90 days ago; an outcome counts where it was assigned within 90 days. `matured_90d`:
              the same, each crime as it was known when it was 90 days old; it never changes. An outcome that is dated on the crime's 90th day
              or later counts in neither, however early it was entered.
            - `assigned`: crimes whose current outcome was assigned in the last W days; "of every 100 crimes recorded" then reads "of every 100
              crimes with an outcome of these days".
            - A crime counts with its current outcome, in `matured_90d` with the one that was current then; one that another has replaced does not
              count. A public archive names outcomes in words; each counts with the number of that meaning.
            - `stock`: what is open, overdue or in force at that midnight.
            - `incidence_90d`: estimated early from open cases too, with an interval.

            Each measure is read by one basis and window and has a page of its own beside the Strategy Board's report, whose ten pages show the
            main ones; conduct is in the restricted annex alone. Signals of charts of one matter, one theme and the same weeks are reported together.
            """;

    /** Every measure under its priority area. */
    public String dictionary() {
        StringBuilder text = new StringBuilder("# The measures\n\n").append(HOW_TO_READ);
        List<Priority> areas = Priority.of(catalogue.sites());
        text.append(areas.stream()
                .map(Priority::title)
                .map(area -> "[" + area + "](#"
                        + area.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '-') + ")")
                .collect(Collectors.joining(", ", "\nAreas: ", ".\n")));
        for (Priority priority : areas) {
            text.append("\n## ")
                    .append(priority.title())
                    .append("\n\nOwner: ")
                    .append(priority.owner())
                    .append(".\n");
            catalogue.measures().stream()
                    .filter(measure -> measure.priority().equals(priority))
                    .forEach(measure -> append(measure, text));
        }
        return text.toString();
    }

    private void append(Measure measure, StringBuilder text) {
        text.append("\n### ")
                .append(measure.title())
                .append("\n\n`")
                .append(measure.slug())
                .append("`. ");
        text.append(measure.definition()).append("\n\n");
        CountedWords.of(measure).forEach((name, conditions) -> list(text, capital(name), conditions));
        item(
                text,
                "Told apart by",
                measure.dimension().map(dimension -> values(dimension, measure)).orElse(""));
        item(text, "Unit", measure.unit());
        item(text, "Bases", bases(measure));
        item(text, "Estimated", estimates(measure));
        item(text, "Control chart", charted(measure));
        item(
                text,
                "Broken down by",
                measure.slices().stream()
                        .map(Enum::name)
                        .map(DictionaryText::plain)
                        .collect(Collectors.joining(", ")));
        item(text, "Policing areas", areas(measure));
        item(
                text,
                "Polarity",
                measure.direction() == Direction.NONE
                        ? "no direction"
                        : "it goes " + measure.direction().slug());
        item(text, "Caveats", measure.caveats());
        item(text, "Read beside", beside(measure));
        item(text, "Known from", knownFrom(measure));
        item(text, "Minimum denominator", measure.isCount() ? "" : "a denominator of " + measure.minimumN());
        item(text, "In the report", place(measure));
        item(text, "Read by", view(measure));
        item(text, "Matter", measure.concern().equals(measure.slug()) ? "" : measure.concern());
        item(text, "Answers to", "section " + measure.section() + " of the paper");
        item(text, "Definition", "`" + catalogue.definition(measure) + "`");
    }

    private static String values(Dimension dimension, Measure measure) {
        return dimension.title() + ", as in slices: "
                + measure.variants().stream()
                        .flatMap(Optional::stream)
                        .map(value -> "`" + value.slice() + "` " + value.title())
                        .collect(Collectors.joining(", "));
    }

    private static String bases(Measure measure) {
        return measure.bases().entrySet().stream()
                .map(entry -> entry.getKey().slug()
                        + (measure.standard().isPresent() ? measure.standardWindows() : entry.getValue())
                                .stream().map(Window::slug).collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining("; "));
    }

    private static String estimates(Measure measure) {
        String horizons = measure.estimates().stream()
                .map(basis -> basis.slug()
                        + Estimates.windows(basis).stream()
                                .map(Window::slug)
                                .collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining("; "));
        return horizons.isEmpty() ? "" : horizons + "; early, provisional, with an interval";
    }

    private static String charted(Measure measure) {
        if (measure.uncharted().isPresent()) {
            return "not: " + measure.uncharted().orElseThrow().words();
        }
        String blocks = Stream.concat(
                        measure.chartedByDay().stream()
                                .map(basis -> basis.kind() == Basis.Kind.STOCK
                                        ? "its change from one end of a block of 28 days to the next"
                                        : basis.slug() + " in blocks of 28 days"),
                        measure.chartedByMonth().stream().map(basis -> basis.slug() + " by the month"))
                .collect(Collectors.joining("; "));
        String signals = measure.raisesAlerts() ? "; signals on less evidence than others" : "";
        String asRead = measure.chartedAsRead()
                .map(basis -> "; " + basis.slug() + " too, and no signal comes of it")
                .orElse("");
        return blocks + signals + asRead;
    }

    private static String areas(Measure measure) {
        return AreaPlan.uncompared(measure)
                .map(why -> "not compared: " + why.words())
                .orElse(
                        measure.slices().contains(SliceFamily.LPA)
                                ? "compared, each with the range of its size"
                                : "compared within each theme, each with the range of its size");
    }

    private static String place(Measure measure) {
        Placement placement = measure.placement();
        // The annex has totals; arms are beside one another in a table of the page.
        String where = (measure.isRestricted() ? "the restricted annex" : "a page of its own")
                + (measure.comparesArms() ? ", by arm" : "");
        if (placement.isHeadline()) {
            where = "a headline, \"" + placement.name() + "\""
                    + (placement.place() == Place.HEADLINE ? "; " : ", without its value; ") + where;
        }
        List<Integer> numbers = PageOne.numbers(measure);
        if (!numbers.isEmpty()) {
            where = (numbers.size() == 1 ? "figure " : "figures ")
                    + numbers.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " of page 1; "
                    + where;
        }
        boolean named = measure.shortTitle().equals(measure.title())
                || measure.shortTitle().equals(placement.name());
        String row = named ? "" : ", as \"" + measure.shortTitle() + "\"";
        return where + row + (measure.isShownAsCount() ? "; shown as a count" : "");
    }

    private static String view(Measure measure) {
        return Stream.concat(measure.readByDay().stream(), measure.readByMonth().stream())
                .map(view -> view.basis().slug() + " (" + view.window().slug() + ")")
                .collect(Collectors.joining("; "));
    }

    private String beside(Measure measure) {
        return catalogue.benchmarks().entries().stream()
                .filter(entry -> entry.measure().equals(measure.slug()))
                .map(DictionaryText::beside)
                .collect(Collectors.joining("; "));
    }

    private static String beside(Benchmark entry) {
        String of = entry.slice().isEmpty() ? "" : ", " + entry.slice();
        String reason = entry.isComparable() ? "" : ", not the same figure: " + entry.reason();
        String unit = plain(entry.unit().name()).replace("percent", "per cent");
        String source = " (" + entry.name() + ", " + entry.source() + ")";
        return "the " + entry.kind().slug() + " " + Digits.plain(entry.value()) + " " + unit + of + source + reason;
    }

    private static String knownFrom(Measure measure) {
        Stream<String> fields = measure.newFields().stream()
                .map(field -> first(field, "`" + field.path() + "`")
                        + (measure.isOnlyOfRecordsWith(field)
                                ? "; a record without it is not counted, and before there is no figure"
                                : "; a record without it is counted too, by what else it says"));
        Stream<String> duties = measure.duties().stream()
                .map(duty -> first(Duty.field(), "`" + Duty.field().path() + "` " + duty)
                        + "; before, and where a force logs none, there is no figure");
        return Stream.concat(fields, duties).collect(Collectors.joining("; "));
    }

    private static String first(CountedField field, String what) {
        return "the first record of " + field.stream().slug() + " with " + what + " (version " + field.since()
                + " of its schema)";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** One condition stands in the line of its name, several are a list below it. */
    private static void list(StringBuilder text, String name, List<String> conditions) {
        String separator = conditions.size() == 1 ? " " : "\n  - ";
        text.append("- ").append(name).append(':');
        conditions.forEach(condition -> text.append(separator).append(condition));
        text.append('\n');
    }

    private static void item(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("- ").append(name).append(": ").append(value).append('\n');
        }
    }
}
