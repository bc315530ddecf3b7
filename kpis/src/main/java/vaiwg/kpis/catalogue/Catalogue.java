package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.catalogue.ContributionTable.Effect;
import vaiwg.kpis.facts.AskedFacts;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactCode;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Matcher;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.reference.Theme;

/** All measures, laid out as columns of cells and compiled to contribution types. Immutable; the layout is a function of the measures alone. */
@API(status = API.Status.MAINTAINED)
public final class Catalogue {
    private static final Comparator<Column> LAYOUT = Comparator.comparing(
                    (Column column) -> column.basis().isMonthly())
            .thenComparing(Column::isRunning)
            .thenComparing(Column::lag);

    private static final ContributionType[] OF_STEPS = {
        ContributionType.STEP, ContributionType.STEP_QUANTITY, ContributionType.STOCK_ENTRY, ContributionType.STOCK_EXIT
    };

    private static final FactSet OF_EARLIER_CRIMES =
            FactSet.of(Stream.concat(Stream.of(Fact.DOMESTIC_ABUSE, Fact.STALKING_OR_8L), Fact.RISK_GRADES.stream()));

    private final List<Measure> measures;
    private final CodeMaps maps;
    private final List<Column> columns;
    private final Map<ContributionType, ContributionTable> contributionTypes = new EnumMap<>(ContributionType.class);
    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final Estimates estimates;
    private final Sites sites;
    private final Benchmarks benchmarks;
    private final int cells;
    private final int slots;
    private final String layout;
    private final FactCode factsOfPersons;
    private final FactSet factsOfSteps;
    private final AskedFacts askedFacts;
    private final boolean asksSteps;

    /** Beside nothing, over maps. */
    public Catalogue(List<Measure> measures, CodeMaps maps) {
        this(measures, maps, Sites.shipped(), Benchmarks.NONE);
    }

    /**
     * With what sites say: their codes, and beside what the measures are read.
     *
     * @throws IllegalStateException in one sentence, where a file of theirs cannot be read, or a benchmark is of no measure, or of no slice of it
     */
    public Catalogue(List<Measure> measures, Sites sites) {
        this(measures, CodeMaps.of(sites), sites, Benchmarks.of(sites));
    }

    /** Likewise, beside these alone. */
    public Catalogue(List<Measure> measures, CodeMaps maps, Sites sites, Benchmarks benchmarks) {
        DimensionKey.requireRoom(Theme.values().length, maps);
        this.measures = List.copyOf(measures);
        this.maps = maps;
        this.columns = layOut();
        this.estimates = new Estimates(measures, maps);
        Column last = columns.get(columns.size() - 1);
        this.cells = last.firstCell() + last.cells();
        this.slots = last.firstSlot() + last.slots();
        for (ContributionType contributionType : ContributionType.values()) {
            contributionTypes.put(contributionType, new ContributionTable());
        }
        // Those of cases have the first bits: so their sets, of which there are most, are short.
        FactSet.of(columns.stream().flatMap(Column::facts).filter(Fact::isOfCases));
        columns.forEach(this::enterContributionTypes);
        contributionTypes.values().forEach(ContributionTable::compile);
        measures.forEach(measure -> definitions.put(measure.slug(), Definition.hash(measure, maps.text())));
        this.layout = Definition.hash(describeLayout());
        this.factsOfPersons = new FactCode(FactSet.of(columns.stream()
                        .filter(column -> column.measure().subject().isOfPersons())
                        .flatMap(Column::facts))
                .plus(OF_EARLIER_CRIMES));
        this.factsOfSteps = facts(OF_STEPS);
        this.askedFacts = new AskedFacts(facts(ContributionType.values()).plus(OF_EARLIER_CRIMES), maps);
        this.asksSteps = askedFacts.asksSteps()
                || Stream.of(OF_STEPS).anyMatch(type -> !contributionType(type).isEmpty());
        benchmarks.requireFit(measures, this::slices);
        this.sites = sites;
        this.benchmarks = benchmarks;
    }

    public List<Measure> measures() {
        return measures;
    }

    public CodeMaps maps() {
        return maps;
    }

    /** All columns in the order of their cells: by days first, then stocks, then months; within that by lag. */
    public List<Column> columns() {
        return columns;
    }

    /** The dimensions of the measures whose values are parts of one whole, by name. */
    public Set<String> sharedWholes() {
        return measures.stream()
                .flatMap(measure -> measure.dimension().stream())
                .filter(Dimension::sharesOut)
                .map(Dimension::name)
                .collect(Collectors.toSet());
    }

    /** The facts that are asked of persons and places, by measures or by what makes an earlier crime. */
    public FactCode factsOfPersons() {
        return factsOfPersons;
    }

    /** The facts that are asked, by any measure or by what makes an earlier crime. */
    public AskedFacts askedFacts() {
        return askedFacts;
    }

    /** The facts of a crime, and of its steps, that measures of steps ask for. */
    public FactSet factsOfSteps() {
        return factsOfSteps;
    }

    /** Whether anything is asked of the steps of cases, or of cases by their steps. */
    public boolean asksSteps() {
        return asksSteps;
    }

    /** The values that are estimated: they have slots of their own and no cells. */
    public Estimates estimates() {
        return estimates;
    }

    /** The forces that have a folder, and what it says. */
    public Sites sites() {
        return sites;
    }

    /** What the measures are read beside; no part of any definition. */
    public Benchmarks benchmarks() {
        return benchmarks;
    }

    public Column columnOfCell(int cell) {
        return lastBeginningAt(cell, Column::firstCell);
    }

    public Column columnOfSlot(int slot) {
        return lastBeginningAt(slot, Column::firstSlot);
    }

    public ContributionTable contributionType(ContributionType contributionType) {
        return contributionTypes.get(contributionType);
    }

    public int cells() {
        return cells;
    }

    /** How many values a snapshot of a force can have. */
    public int slots() {
        return slots;
    }

    /** The definition of a measure: twelve hexadecimal digits over its rule, its facts and its code maps. */
    public String definition(Measure measure) {
        return definitions.get(measure.slug());
    }

    /** One fingerprint over all definitions. */
    public String fingerprint() {
        return Definition.hash(definitions.toString());
    }

    /**
     * A fingerprint over how cells and delta entries are laid out, definitions included: panes stored under one layout mean nothing
     * under another, and are filled anew from the subjects.
     */
    public String layout() {
        return layout;
    }

    /** The slices by which a measure is published, as in the tables. */
    Set<String> slices(Measure measure) {
        return columns.stream()
                .filter(column -> column.measure() == measure)
                .flatMap(column ->
                        IntStream.range(0, column.rows().size()).mapToObj(row -> Slice.of(column.dimensions(row))))
                .collect(Collectors.toSet());
    }

    private FactSet facts(ContributionType... some) {
        return Stream.of(some)
                .map(contributionType -> contributionType(contributionType).facts())
                .reduce(FactSet.NONE, FactSet::plus);
    }

    private String describeLayout() {
        return columns.stream()
                .map(column -> String.join(
                        " ",
                        definition(column.measure()),
                        column.measure().slug(),
                        column.variant().map(Variant::slug).orElse("-"),
                        column.basis().slug(),
                        column.windows().toString(),
                        IntStream.range(0, column.rows().size())
                                .mapToObj(row -> Slice.of(column.dimensions(row)))
                                .collect(Collectors.joining("|"))))
                .collect(Collectors.joining("\n"));
    }

    private Column lastBeginningAt(int place, ToIntFunction<Column> begin) {
        int low = 0;
        int high = columns.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begin.applyAsInt(columns.get(middle)) <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return columns.get(low);
    }

    private List<Column> layOut() {
        Map<List<SliceFamily>, SliceRows> shared = new HashMap<>();
        List<Column> found = new ArrayList<>();
        for (Measure measure : measures) {
            for (Map.Entry<Basis, List<Window>> basis : measure.bases().entrySet()) {
                for (List<SliceFamily> part : parts(measure, slicesFor(measure, basis.getKey()))) {
                    SliceRows rows =
                            shared.computeIfAbsent(part, families -> new SliceRows(shared.size(), families, maps));
                    for (Optional<Variant> variant : measure.variants()) {
                        found.add(new Column(measure, variant, basis.getKey(), basis.getValue(), rows, 0, 0));
                    }
                }
            }
        }
        found.sort(LAYOUT);
        List<Column> placed = new ArrayList<>();
        int cell = 0;
        int slot = 0;
        for (Column column : found) {
            placed.add(new Column(
                    column.measure(), column.variant(), column.basis(), column.windows(), column.rows(), cell, slot));
            cell += column.cells();
            slot += column.slots();
        }
        return List.copyOf(placed);
    }

    /** Archives know one bucket and nothing of its parts; days know the strategy's themes. */
    private static List<SliceFamily> slicesFor(Measure measure, Basis basis) {
        return measure.slices().stream()
                .filter(family -> basis.isMonthly() == (family == SliceFamily.ARCHIVE_THEME))
                .toList();
    }

    /** Of people an area asks another question than the whole force: what happened to somebody there alone. Other figures are laid out at once. */
    private static List<List<SliceFamily>> parts(Measure measure, List<SliceFamily> families) {
        if (measure.subject() != Measure.Subject.PEOPLE) {
            return List.of(families);
        }
        return families.stream().collect(Collectors.partitioningBy(SliceFamily::isOfAreas)).values().stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void enterContributionTypes(Column column) {
        Measure measure = column.measure();
        Expression denominator = measure.denominator(column.variant());
        Optional<Expression> numerator = measure.numerator(column.variant());
        Matcher ofDenominator = Matcher.compile(denominator);
        if (measure.kind() == Measure.Kind.RATE && measure.subject() == Measure.Subject.STEP) {
            contributionTypes.get(ContributionType.RECORDED).add(column, Effect.COUNT, null, ofDenominator);
            contributionTypes
                    .get(ContributionType.STEP)
                    .add(column, Effect.COUNT, Matcher.compile(numerator.orElseThrow()), null);
            return;
        }
        if (column.isOfAges()) {
            contributionTypes.get(ContributionType.STOCK_ENTRY).add(column, Effect.COUNT, null, ofDenominator);
            contributionTypes.get(ContributionType.STOCK_EXIT).add(column, Effect.LEAVE_STOCK, null, ofDenominator);
            return;
        }
        if (measure.kind() == Measure.Kind.PERCENTILE) {
            contributionTypes
                    .get(quantityContributionType(measure, column.basis()))
                    .add(column, Effect.COUNT, null, ofDenominator);
            return;
        }
        if (measure.subject() == Measure.Subject.STEP_IN_STOCK) {
            Matcher moving = numerator.map(Matcher::compile).orElse(ofDenominator);
            Matcher standing = measure.isCount() ? null : ofDenominator;
            contributionTypes.get(ContributionType.STOCK_ENTRY).add(column, Effect.COUNT, moving, standing);
            contributionTypes.get(ContributionType.STOCK_EXIT).add(column, Effect.LEAVE_STOCK, moving, standing);
            return;
        }
        Matcher within = numerator.map(p -> Matcher.compile(denominator.and(p))).orElse(ofDenominator);
        boolean onlyCounts = measure.isCount() || measure.population().isPresent();
        Matcher outOf = onlyCounts ? null : ofDenominator;
        contributionTypes.get(contributionType(column)).add(column, Effect.COUNT, within, outOf);
        if (column.isStock() && measure.subject() == Measure.Subject.CASE) {
            contributionTypes.get(ContributionType.ASSIGNED).add(column, Effect.LEAVE_STOCK, within, outOf);
        }
    }

    private static ContributionType quantityContributionType(Measure measure, Basis basis) {
        if (measure.subject() == Measure.Subject.STEP) {
            return ContributionType.STEP_QUANTITY;
        }
        return basis.kind() == Basis.Kind.ASSIGNED
                ? ContributionType.ASSIGNED_QUANTITY
                : ContributionType.RECORDED_QUANTITY;
    }

    private static ContributionType contributionType(Column column) {
        Basis basis = column.basis();
        return switch (column.measure().subject()) {
            case DECISION_ONCE_DUE -> ContributionType.TOLD;
            case PROGRAMME -> ContributionType.PROGRAMME;
            case STEP, STEP_IN_STOCK -> ContributionType.STEP;
            case PEOPLE -> column.rows().isOfAreas() ? ContributionType.PEOPLE_OF_AREA : ContributionType.PEOPLE;
            case CRIME_OF_PERSON -> ContributionType.PEOPLE;
            case CRIME_AT_PLACE -> ContributionType.PLACE;
            case CASE_OF_ANY_OFFENCE -> ContributionType.ANY_OFFENCE;
            case CASE -> {
                if (basis.isMonthly()) {
                    yield ContributionType.MONTH;
                }
                yield basis.kind() == Basis.Kind.ASSIGNED ? ContributionType.ASSIGNED : ContributionType.RECORDED;
            }
        };
    }
}
