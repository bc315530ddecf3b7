package vaiwg.kpis.catalogue.files;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;

/** One measure as a file declares it. */
final class MeasureDeclaration {
    private static final Set<String> KEYS = Set.of(
            "kind",
            "title",
            "short_title",
            "definition",
            "oldest_of",
            "quantity",
            "percentile",
            "population",
            "per",
            "dimension",
            "values",
            "of",
            "denominator",
            "numerator",
            "known_otherwise_by",
            "older_than",
            "among",
            "mean_of",
            "bases",
            "windows",
            "estimates",
            "causes",
            "standard",
            "by",
            "unit",
            "headline",
            "place",
            "shown_as_count",
            "about_nobody",
            "read_by",
            "dashboards",
            "raises_alerts",
            "data_quality",
            "known_late",
            "fixed_places",
            "concern",
            "better",
            "caveats",
            "paper");
    private final Block block;
    private final MeasureBuilder measure;
    /** Of a measure without a dimension the one that is absent. */
    private final Map<Optional<Variant>, DeclaredValue> variants;

    /**
     * @param before the measures that stand before it in its file
     * @param dimensions those that it may name
     */
    MeasureDeclaration(
            String slug, Block block, Map<String, Measure> before, Map<String, DimensionDeclaration> dimensions) {
        block.allowOnly(KEYS);
        this.block = block;
        this.variants = variants(dimensions);
        this.measure = switch (block.text("kind")) {
            case "count" -> MeasureBuilder.count(slug);
            case "share" -> MeasureBuilder.share(slug);
            case "rate" -> MeasureBuilder.rate(slug);
            case "population_rate" ->
                MeasureBuilder.populationRate(
                        slug, block.constant("population", block.text("population"), Population.class));
            case "percentile" ->
                MeasureBuilder.percentiles(
                        slug,
                        number(
                                "percentile",
                                text -> block.read("percentile", text, Integer::valueOf, "a whole number")),
                        quantity());
            case "oldest" -> MeasureBuilder.oldest(slug, quantity(), earlier(before));
            default ->
                throw block.error(
                        "kind",
                        "there is no such kind of measure; there are count, share, rate, population_rate, percentile, oldest");
        };
    }

    /** @throws DeclarationException where it cannot be counted */
    Measure in(Priority area) {
        measure.in(area).title(block.text("title")).definition(block.text("definition"));
        block.optional("short_title").ifPresent(measure::shortTitle);
        block.optional("unit").ifPresent(measure::unit);
        block.optional("per").ifPresent(per -> measure.readPer(block.whole("per")));
        block.optional("concern").ifPresent(measure::concerns);
        block.optional("caveats").ifPresent(measure::caveats);
        block.optional("paper").ifPresent(measure::reference);
        block.optional("better").ifPresent(way -> measure.polarity(direction(way)));
        count();
        read();
        show();
        try {
            return measure.build();
        } catch (IllegalStateException e) {
            throw block.error(e.getMessage());
        }
    }

    /** What is counted, and of what. */
    private void count() {
        if (block.has("dimension")) {
            measure.ofEach(variants.keySet().stream().flatMap(Optional::stream).toList());
        }
        block.optional("of").ifPresent(text -> measure.denominators(side("of", text)));
        block.optional("denominator").ifPresent(text -> measure.denominators(side("denominator", text)));
        block.optional("numerator").ifPresent(text -> measure.numerators(side("numerator", text)));
        block.optional("known_otherwise_by")
                .ifPresent(text -> each("known_otherwise_by", text, ExpressionParser::fact)
                        .values()
                        .forEach(measure::knownOtherwiseBy));
        if (block.has("older_than")) {
            measure.countingOlderThan(number("older_than", days -> days("older_than", days)));
        }
        block.optional("among")
                .ifPresent(among -> measure.among(block.constant("among", among, Measure.Subject.class)));
        block.optional("mean_of").ifPresent(days -> measure.inTheMeanOf(days("mean_of", days)));
    }

    /** On which bases, over which windows, by which dimensions. */
    private void read() {
        measure.bases(bases("bases"));
        if (block.has("windows")) {
            measure.windows(block.list("windows").stream()
                    .mapToInt(days -> days("windows", days))
                    .toArray());
        }
        if (block.has("estimates")) {
            measure.estimated(causes(), bases("estimates"));
        }
        measure.by(block.list("by").stream()
                .map(family -> block.constant("by", family, SliceFamily.class))
                .toArray(SliceFamily[]::new));
        block.optional("standard")
                .ifPresent(standard -> measure.standardised(block.constant("standard", standard, Standard.class)));
    }

    /** Where it is shown, and how it is read there. */
    private void show() {
        if (block.isBlock("headline")) {
            Block headline = block.below("headline").orElseThrow();
            headline.allowOnly(Set.of("place", "name", "slice"));
            measure.headline(
                    headline.whole("place"),
                    headline.optional("name").orElse(""),
                    headline.optional("slice").orElse(""));
        } else if (block.has("headline")) {
            measure.headline(block.whole("headline"));
        }
        block.optional("place").ifPresent(this::place);
        block.below("read_by").ifPresent(view -> {
            view.allowOnly(Set.of("basis", "window"));
            measure.readBy(basis(view, "basis", view.text("basis")), window(view, "window", view.text("window")));
        });
        block.below("dashboards")
                .ifPresent(boards -> boards.keys()
                        .forEach(name -> measure.onDashboards(
                                basis(boards, name, name),
                                boards.list(name).stream()
                                        .map(window -> window(boards, name, window))
                                        .toList())));
        when("shown_as_count", measure::shownAsCount);
        when("about_nobody", measure::aboutNobody);
        when("raises_alerts", measure::raisesAlerts);
        when("data_quality", measure::tellingOfRecords);
        when("known_late", measure::knownLate);
        when("fixed_places", measure::ofFixedPlaces);
    }

    private void when(String key, Runnable said) {
        if (block.flag(key)) {
            said.run();
        }
    }

    private void place(String place) {
        switch (place) {
            case "annex" -> measure.annex();
            case "detail" -> measure.detail();
            case "restricted" -> measure.restricted();
            default -> throw block.error("place", "there is no such place; there are annex, detail, restricted");
        }
    }

    private Quantity quantity() {
        return block.constant("quantity", block.text("quantity"), Quantity.class);
    }

    private Measure earlier(Map<String, Measure> before) {
        String slug = block.text("oldest_of");
        if (!before.containsKey(slug)) {
            throw block.error("oldest_of", "no measure \"" + slug + "\" stands before it in this file");
        }
        return before.get(slug);
    }

    /** The values of the dimension that it names: all, or those that it names too. */
    private Map<Optional<Variant>, DeclaredValue> variants(Map<String, DimensionDeclaration> dimensions) {
        if (!block.has("dimension")) {
            return Map.of(Optional.empty(), DeclaredValue.NONE);
        }
        String name = block.text("dimension");
        if (!dimensions.containsKey(name)) {
            throw block.error(
                    "dimension",
                    "there is no dimension \"" + name + "\"; there are "
                            + String.join(", ", new TreeSet<>(dimensions.keySet())));
        }
        Map<Optional<Variant>, DeclaredValue> found = new LinkedHashMap<>();
        Map<String, DeclaredValue> values = dimensions.get(name).values();
        List<String> named = block.has("values") ? block.list("values") : List.copyOf(values.keySet());
        for (String slug : named) {
            if (!values.containsKey(slug)) {
                throw block.error(
                        "values",
                        "\"" + slug + "\" is no value of " + name + "; there are "
                                + String.join(", ", values.keySet()));
            }
            found.put(Optional.of(values.get(slug).variant()), values.get(slug));
        }
        return found;
    }

    /** What a text says of each variant, in which placeholders stand for what differs. */
    private <T> Map<Optional<Variant>, T> each(String key, String text, Function<String, T> reader) {
        Map<Optional<Variant>, T> each = new LinkedHashMap<>();
        variants.forEach((variant, value) -> {
            try {
                each.put(variant, reader.apply(value.in(text)));
            } catch (IllegalArgumentException e) {
                throw block.error(key, e.getMessage());
            }
        });
        return each;
    }

    private Function<Optional<Variant>, Expression> side(String key, String text) {
        return each(key, text, ExpressionParser::parse)::get;
    }

    private ToIntFunction<Optional<Variant>> number(String key, Function<String, Integer> reader) {
        return each(key, block.text(key), reader)::get;
    }

    private Set<Cause> causes() {
        return block.list("causes").stream()
                .map(cause -> block.constant("causes", cause, Cause.class))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
    }

    private Direction direction(String way) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.slug().equals(way))
                .findFirst()
                .orElseThrow(() -> block.error("better", "it is better up, down, or none"));
    }

    private Basis[] bases(String key) {
        return block.list(key).stream().map(name -> basis(block, key, name)).toArray(Basis[]::new);
    }

    private static Basis basis(Block from, String key, String name) {
        return from.read(key, name, Basis::of, "a basis such as recorded, settled_90d or stock");
    }

    private static Window window(Block from, String key, String name) {
        return from.read(key, name, Window::of, "a window such as 28d, 12m, or all for a stock");
    }

    private int days(String key, String text) {
        Window window = window(block, key, text);
        if (!window.equals(Window.days(window.length()))) {
            throw block.error(key, "a number of days is expected, such as 90d");
        }
        return window.length();
    }
}
