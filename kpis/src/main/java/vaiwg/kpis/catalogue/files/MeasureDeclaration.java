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
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Declared;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.View;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;
import vaiwg.kpis.text.Digits;

/** One measure as a file declares it. */
final class MeasureDeclaration {
    static final Set<String> KEYS = Set.of("""
            kind title short_title definition oldest_of quantity percentile population per dimension values of
            denominator numerator known_otherwise_by older_than among mean_of lasts bases windows estimates causes
            standard by unit headline place shown_as_count about_nobody read_by dashboards raises_alerts
            data_quality known_late fixed_places concern better caveats paper""".split("\\s+"));

    private final Block block;
    private final Declared measure;
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
        this.measure = new Declared(slug, kind());
        measure.bases = bases("bases");
        measure.slices = constants("by", SliceFamily.class);
        measure.unit = switch (block.text("kind")) {
            case "count" -> "cases";
            case "share" -> "share (0 to 1, shown in per cent)";
            case "rate" -> "for each crime";
            case "population_rate" -> populationRate();
            case "percentile" -> percentile();
            default -> oldest(before);
        };
    }

    private Measure.Kind kind() {
        return switch (block.text("kind")) {
            case "count" -> Measure.Kind.COUNT;
            case "share" -> Measure.Kind.SHARE;
            case "rate" -> Measure.Kind.RATE;
            case "population_rate" -> Measure.Kind.POPULATION_RATE;
            case "percentile", "oldest" -> Measure.Kind.PERCENTILE;
            default ->
                throw block.error(
                        "kind",
                        "there is no such kind of measure; there are count, share, rate, population_rate, percentile, oldest");
        };
    }

    /** Cases in a year; its unit, as that of the others. */
    private String populationRate() {
        measure.population = block.constant("population", block.text("population"), Population.class);
        measure.readPer = block.has("per") ? block.whole("per") : 10_000;
        measure.reading = List.of(Window.days(365));
        return "for each " + measure.population.one() + ", in 365 days; read per " + Digits.count(measure.readPer);
    }

    private String percentile() {
        measure.percent =
                number("percentile", text -> block.read("percentile", text, Integer::valueOf, "a whole number"));
        return quantity();
    }

    private String oldest(Map<String, Measure> before) {
        measure.oldestOf = earlier(before);
        measure.percent = none -> 100;
        measure.subject = Measure.Subject.STEP_IN_STOCK;
        measure.bases = with(measure.bases, Basis.STOCK);
        Expression counted = measure.oldestOf.numerator(Optional.empty()).orElseThrow();
        measure.denominator = none -> counted;
        return quantity();
    }

    /** @throws DeclarationException where it cannot be counted */
    Measure in(Priority area) {
        measure.priority = area;
        measure.title = block.text("title");
        measure.definition = block.text("definition");
        measure.shortTitle = said("short_title");
        measure.unit = block.optional("unit").orElse(measure.unit);
        measure.concern = said("concern");
        measure.caveats = said("caveats");
        measure.section = said("paper");
        block.optional("better").ifPresent(way -> measure.direction = direction(way));
        count();
        read();
        show();
        try {
            return Measure.of(measure);
        } catch (IllegalStateException e) {
            throw block.error(e.getMessage());
        }
    }

    private void count() {
        measure.variants = List.copyOf(variants.keySet());
        block.optional("of").ifPresent(text -> measure.denominator = side("of", text));
        block.optional("denominator").ifPresent(text -> measure.denominator = side("denominator", text));
        block.optional("numerator").ifPresent(text -> measure.numerator = side("numerator", text));
        block.optional("known_otherwise_by")
                .ifPresent(text -> each("known_otherwise_by", text, ExpressionParser::fact)
                        .values()
                        .forEach(fact -> measure.newerAlternative = fact));
        if (block.has("older_than")) {
            measure.agedDays = number("older_than", days -> days(block, "older_than", days));
        }
        block.optional("among")
                .ifPresent(among -> measure.subject = block.constant("among", among, Measure.Subject.class));
        block.optional("mean_of").ifPresent(days -> measure.meanOfDays = days(block, "mean_of", days));
        if (block.has("lasts")) {
            measure.lastingDays = lasting();
        }
    }

    /** One number of days, or that of each value of the dimension of which it is known. */
    private ToIntFunction<Optional<Variant>> lasting() {
        if (!block.isBlock("lasts")) {
            return number("lasts", days -> days(block, "lasts", days));
        }
        Block values = block.below("lasts").orElseThrow();
        values.allowOnly(variants.keySet().stream()
                .flatMap(Optional::stream)
                .map(Variant::slug)
                .collect(Collectors.toUnmodifiableSet()));
        Map<String, Integer> days = values.keys().stream()
                .collect(
                        Collectors.toUnmodifiableMap(value -> value, value -> days(values, value, values.text(value))));
        return variant ->
                variant.map(value -> days.getOrDefault(value.slug(), 0)).orElse(0);
    }

    /** Over which windows, and what is estimated or calculated. */
    private void read() {
        if (block.has("windows")) {
            measure.reading = block.list("windows").stream().map(this::readOver).toList();
        }
        if (block.has("estimates")) {
            measure.causes = constants("causes", Cause.class).stream()
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
            measure.estimates = bases("estimates");
        }
        block.optional("standard").ifPresent(standard -> {
            measure.standard = block.constant("standard", standard, Standard.class);
            measure.slices = with(measure.slices, measure.standard.strata());
        });
    }

    /** Where it is shown, and how it is read there. */
    private void show() {
        if (block.isBlock("headline")) {
            Block headline = block.below("headline").orElseThrow();
            headline.allowOnly(Set.of("place", "name", "slice"));
            measure.order = headline.whole("place");
            measure.headline = headline.optional("name").orElse("");
            measure.headlineSlice = headline.optional("slice").orElse("");
        } else if (block.has("headline")) {
            measure.order = block.whole("headline");
        }
        block.optional("place").ifPresent(this::place);
        block.below("read_by").ifPresent(view -> {
            view.allowOnly(Set.of("basis", "window"));
            measure.readByDay =
                    new View(basis(view, "basis", view.text("basis")), window(view, "window", view.text("window")));
        });
        block.below("dashboards").ifPresent(boards -> {
            measure.dashboards = boards.keys().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            name -> basis(boards, name, name),
                            name -> boards.list(name).stream()
                                    .map(window -> window(boards, name, window))
                                    .toList()));
        });
        measure.shownAsCount = block.flag("shown_as_count");
        measure.countsWork = block.flag("about_nobody");
        measure.raisesAlerts = block.flag("raises_alerts");
        measure.dataQuality = block.flag("data_quality");
        measure.knownLate = block.flag("known_late");
        measure.fixedPlaces = block.flag("fixed_places");
    }

    private void place(String place) {
        switch (place) {
            case "annex" -> measure.annexed = true;
            case "detail" -> {
                measure.annexed = true;
                measure.detailed = true;
            }
            case "restricted" -> measure.restricted = true;
            default -> throw block.error("place", "there is no such place; there are annex, detail, restricted");
        }
    }

    private static <T> List<T> with(List<T> some, T further) {
        return Stream.concat(some.stream(), Stream.of(further)).toList();
    }

    private String said(String key) {
        return block.optional(key).orElse("");
    }

    /** What a percentile is taken of; its unit. */
    private String quantity() {
        measure.quantity = block.constant("quantity", block.text("quantity"), Quantity.class);
        return measure.quantity.unit();
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

    private <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        return block.list(key).stream()
                .map(name -> block.constant(key, name, type))
                .toList();
    }

    private Direction direction(String way) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.slug().equals(way))
                .findFirst()
                .orElseThrow(() -> block.error("better", "it is better up, down, or none"));
    }

    private List<Basis> bases(String key) {
        return block.list(key).stream().map(name -> basis(block, key, name)).toList();
    }

    private static Basis basis(Block from, String key, String name) {
        return from.read(key, name, Basis::of, "a basis such as recorded, settled_90d or stock");
    }

    private static Window window(Block from, String key, String name) {
        return from.read(key, name, Window::of, "a window such as 28d, 1m, fytd, or all for a stock");
    }

    private Window readOver(String text) {
        Window window = window(block, "windows", text);
        if (window.equals(Window.STANDING)) {
            throw block.error("windows", "only a stock is read as it stands");
        }
        return window;
    }

    private static int days(Block from, String key, String text) {
        Window window = window(from, key, text);
        if (!window.equals(Window.days(window.length()))) {
            throw from.error(key, "a number of days is expected, such as 90d");
        }
        return window.length();
    }
}
