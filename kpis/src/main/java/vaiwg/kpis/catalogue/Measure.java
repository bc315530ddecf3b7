package vaiwg.kpis.catalogue;

import static vaiwg.kpis.catalogue.Basis.Kind.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.Kind.MATURED;
import static vaiwg.kpis.catalogue.Basis.Kind.RECORDED;
import static vaiwg.kpis.catalogue.Basis.Kind.SETTLED;
import static vaiwg.kpis.catalogue.Basis.Kind.STOCK;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;
import vaiwg.schemas.EventStream;

/** One measure of the catalogue: what is counted, of what, on which bases, cut by what, and what a reader must know; immutable. */
@API(status = API.Status.MAINTAINED)
public final class Measure {
    /** What a value is. */
    public enum Kind {
        /** A number of cases. */
        COUNT,
        /** A part of a whole, 0 to 1. */
        SHARE,
        /** One thing for each of another, possibly above 1. */
        RATE,
        /** A number of cases for each of a population's people, whose number is no stream's but reference data. */
        POPULATION_RATE,
        /** A median or another percentile of a quantity. */
        PERCENTILE
    }

    /** Which stream's subjects the measure counts; the denominator of a rate is always crimes. */
    public enum Subject {
        CASE,
        /** Crimes of whatever offence: the measure's own scope is wider than the strategy's themes. */
        CASE_OF_ANY_OFFENCE,
        /** Decisions, each from the end of the time in which the victim should be told. */
        DECISION_ONCE_DUE,
        /** Steps on their own days: of a case, of the management of a perpetrator. */
        STEP,
        /** Steps that enter a stock of their own and leave it; the whole and the part each on days of their own. */
        STEP_IN_STOCK,
        PROGRAMME,
        /** Crimes, each as one of its victim's or of one of its suspects' (then once for each suspect). */
        CRIME_OF_PERSON,
        /** People, each once however many crimes there are. */
        PEOPLE,
        /** Crimes by what else happened at the place. */
        CRIME_AT_PLACE;

        /** Whether what it counts is present on the days after an event, and not counted on one. */
        boolean isPresence() {
            return this == PEOPLE || this == CRIME_AT_PLACE;
        }

        /** Whether persons or places have to be known. */
        boolean isOfPersons() {
            return this == CRIME_OF_PERSON || isPresence();
        }
    }

    private static final int YEAR = 365;
    /** Frozen figures are for charts of consecutive 28-day blocks, and for a year to compare with what people read. */
    private static final List<Window> CHARTING = List.of(Window.days(28), Window.days(365));

    private static final List<Window> BY_MONTH = List.of(Window.months(1), Window.months(3), Window.months(12));
    private static final int MINIMUM_N = 30;
    /** Of what is stated of a whole stock, and estimates nothing: as many as any figure needs that is not withheld. */
    private static final int MINIMUM_IN_STOCK = 5;

    private final Declared from;
    private final Map<Basis, List<Window>> bases = new LinkedHashMap<>();
    private final Set<EventStream> streams;
    private final Set<Duty> duties;
    private final Map<Optional<Variant>, Set<RecordKind>> recordKinds;

    private Measure(Declared declared) {
        this.from = declared.copy();
        from.bases.forEach(basis -> bases.put(basis, windowsOf(basis)));
        this.streams = Collections.unmodifiableSet(streams(variants()));
        this.duties = Collections.unmodifiableSet(variants().stream()
                .flatMap(this::facts)
                .flatMap(fact -> fact.duty().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class))));
        this.recordKinds = variants().stream().collect(Collectors.toMap(Function.identity(), this::recordKindsOf));
    }

    /**
     * The measure that is declared.
     *
     * @throws IllegalStateException in one sentence, where it cannot be counted or not be read
     */
    public static Measure of(Declared declared) {
        Measure measure = ofAnyRecords(declared);
        new MeasureRules(declared, measure).checkRecordsHaveNewFields();
        return measure;
    }

    /** Whether or not it is of records that have the fields that it reads: what is stated wrongly on purpose may leave that out. */
    static Measure ofAnyRecords(Declared declared) {
        Measure measure = new Measure(declared);
        new MeasureRules(declared, measure).check();
        return measure;
    }

    private List<Window> windowsOf(Basis basis) {
        if (from.standard != null) {
            return List.of();
        }
        if (basis.kind() == STOCK) {
            return List.of(from.meanOfDays == 0 ? Window.STANDING : Window.days(from.meanOfDays));
        }
        if (basis.isMonthly()) {
            return BY_MONTH;
        }
        return basis.kind() == MATURED ? CHARTING : from.reading;
    }

    private Set<EventStream> streams(List<Optional<Variant>> some) {
        Set<EventStream> told = some.stream()
                .flatMap(this::facts)
                .flatMap(fact -> fact.stream().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventStream.class)));
        if (from.subject == Subject.CASE && bases.containsKey(Basis.STOCK)) {
            told.add(EventStream.OUTCOME);
        }
        return told;
    }

    private Set<RecordKind> recordKindsOf(Optional<Variant> variant) {
        return Stream.concat(
                        streams(List.of(variant)).stream().map(RecordKind::of),
                        facts(variant).flatMap(fact -> fact.duty().stream()).map(RecordKind::of))
                .collect(Collectors.toUnmodifiableSet());
    }

    public String slug() {
        return from.slug;
    }

    public Kind kind() {
        return from.kind;
    }

    public boolean isCount() {
        return from.kind == Kind.COUNT;
    }

    public String title() {
        return from.title;
    }

    /** What rows of tables call it, in at most 34 characters; where it has several horizons it names none of them. */
    public String shortTitle() {
        return from.shortTitle.isEmpty() ? from.title : from.shortTitle;
    }

    /** Where the Strategy Board's report shows it. */
    public Placement placement() {
        return Placement.of(from, shortTitle());
    }

    /** How the report reads it where a source knows days; empty where it is known by the month only. */
    public Optional<View> readByDay() {
        return Optional.ofNullable(from.readByDay).or(() -> View.byDay(readable()));
    }

    /** How the report reads it where a source knows months only; empty where it needs days. */
    public Optional<View> readByMonth() {
        return View.byMonth(readable());
    }

    /** Whether the report shows it as a count of a count, and not as a share. */
    public boolean isShownAsCount() {
        return from.shownAsCount;
    }

    /** Whether it counts work, by where it stands or how it was done, and nobody: small counts of it need not be withheld. */
    public boolean countsWork() {
        return from.countsWork;
    }

    /** Which matter it speaks of: signals of one concern, one theme and the same weeks have one cause. Its slug where it is alone. */
    public String concern() {
        return from.concern.isEmpty() ? from.slug : from.concern;
    }

    public Priority priority() {
        return from.priority;
    }

    /** The definition in one or two plain sentences. */
    public String definition() {
        return from.definition;
    }

    public String unit() {
        return from.unit;
    }

    public Direction direction() {
        return from.direction;
    }

    /** What must be said with the direction, or empty. */
    public String caveats() {
        return from.caveats;
    }

    /** The section of the paper that it answers to. */
    public String section() {
        return from.section;
    }

    /** Below this denominator a rate is stored but not shown. */
    public int minimumN() {
        return from.oldestOf == null ? MINIMUM_N : MINIMUM_IN_STOCK;
    }

    /** Conduct figures: only behind their own database role, never in Prometheus. */
    public boolean isRestricted() {
        return from.restricted;
    }

    /** The bases with their windows, in the order of declaration. */
    public Map<Basis, List<Window>> bases() {
        return Collections.unmodifiableMap(bases);
    }

    /** By which bases and over which windows it is published, whether counted or calculated. */
    Map<Basis, List<Window>> readable() {
        Map<Basis, List<Window>> readable = new LinkedHashMap<>(bases);
        if (from.standard != null) {
            readable.replaceAll((basis, none) -> from.reading);
        }
        return readable;
    }

    /** The horizons at which it is estimated, in the order of declaration; the estimates have no cells. */
    public List<Basis> estimates() {
        return from.estimates;
    }

    /** For which causes cases leave that an estimate counts; empty where there is none. */
    public Set<Cause> causes() {
        return from.causes;
    }

    /** Whose mix of cases its strata are weighed by; absent where it is counted as it is. Its cells have no values of their own. */
    public Optional<Standard> standard() {
        return Optional.ofNullable(from.standard);
    }

    /** Over which windows a standardised share is read. */
    List<Window> standardWindows() {
        return from.reading;
    }

    public List<SliceFamily> slices() {
        return from.slices;
    }

    /** Whether a value of this basis and window belongs to the dashboard and alert set, which goes to Prometheus. */
    public boolean isOnDashboards(Basis basis, Window window) {
        return !from.restricted
                && from.dashboards.getOrDefault(basis, List.of()).contains(window);
    }

    /** Whether it is a headline of the report. */
    public boolean raisesAlerts() {
        return from.raisesAlerts;
    }

    /** Whether it tells how complete, or how prompt, records are. */
    public boolean tellsOfRecords() {
        return from.dataQuality;
    }

    /**
     * The basis whose blocks of 28 days are charted, each as it stands at the midnight at which it becomes known: the frozen one with the
     * shortest horizon, else by day of recording or of the outcome, else the settled one with the shortest horizon; of what stands, the
     * change from one block end to the next. Empty where {@link #uncharted} says why, and where a source knows months only.
     */
    public Optional<Basis> chartedByDay() {
        return charted(List.of(MATURED, RECORDED, ASSIGNED, SETTLED, STOCK), basis -> !basis.isMonthly());
    }

    /**
     * The frozen basis of the horizon at which the report reads it, where {@link #chartedByDay} is of a shorter one: it is charted too, so
     * that a figure and the chart beside it rest on the same cases, and no signal comes of it.
     */
    public Optional<Basis> chartedAsRead() {
        return chartedByDay()
                .filter(charted -> charted.kind() == MATURED)
                .flatMap(charted -> readByDay()
                        .map(view -> Basis.matured(view.basis().horizon()))
                        .filter(basis -> !basis.equals(charted) && bases.containsKey(basis)));
    }

    /** The basis whose months are charted, where a source knows months only: as published at the end of each month. */
    public Optional<Basis> chartedByMonth() {
        return charted(
                List.of(RECORDED, SETTLED),
                basis -> basis.isMonthly()
                        && (basis.kind() == RECORDED || basis.horizon() == ChartPlan.MONTHS_TO_SETTLE));
    }

    /** Of a stock that is published in the mean of days, of how many; 0 where it is published as it stands. */
    public int meanOfDays() {
        return from.meanOfDays;
    }

    /** Whether it is of the arms of a trial, each beside the other and without a total. */
    public boolean comparesArms() {
        return from.slices.contains(SliceFamily.TRIAL_ARM);
    }

    /** Why it has no block chart; empty where it has one. */
    public Optional<Uncharted> uncharted() {
        if (from.restricted) {
            return Optional.of(Uncharted.RESTRICTED);
        }
        if (from.standard != null) {
            return Optional.of(Uncharted.CALCULATED);
        }
        if (isPresence()) {
            return Optional.of(Uncharted.PRESENT_FOR_A_YEAR);
        }
        if (comparesArms()) {
            return Optional.of(Uncharted.ARMS_OF_A_TRIAL);
        }
        if (from.subject == Subject.PROGRAMME && bases.containsKey(Basis.STOCK)) {
            return Optional.of(Uncharted.ALL_SINCE_THE_BEGINNING);
        }
        if (from.kind == Kind.PERCENTILE && bases.containsKey(Basis.STOCK)) {
            return Optional.of(Uncharted.AGE_OF_THE_OLDEST);
        }
        if (from.fixedPlaces) {
            return Optional.of(Uncharted.FIXED_PLACES);
        }
        if (from.detailed) {
            return Optional.of(Uncharted.DETAIL);
        }
        return from.knownLate ? Optional.of(Uncharted.KNOWN_LATE) : Optional.empty();
    }

    /**
     * How many days of a history its figures on a basis miss something that came before it, and say less than they will always say: the
     * outcomes, steps and earlier crimes of cases recorded before. A stock begins empty, and what is old in it later still.
     */
    public int runIn(Basis basis, Optional<Variant> variant) {
        if (basis.kind() == STOCK) {
            return YEAR + agedDays(variant);
        }
        return basis.kind() == ASSIGNED || looksBack() ? YEAR : 0;
    }

    /**
     * How many days of a history have to pass before its level may be judged. Crimes stay open for years, so what is old among them grows
     * as long as the record is young, whatever the service does; so do orders that none leaves before its years are over.
     */
    public int youngFor(Basis basis, Optional<Variant> variant) {
        boolean ofCrimes = from.subject == Subject.CASE || from.subject == Subject.CASE_OF_ANY_OFFENCE;
        boolean ages = basis.kind() == STOCK && agedDays(variant) > 0 && ofCrimes;
        return runIn(basis, variant) + (ages ? 2 * YEAR : 0) + from.lastingDays.applyAsInt(variant);
    }

    /** Whether what it counts goes back to cases recorded before: steps of theirs, or earlier crimes of the same people. */
    public boolean looksBack() {
        return from.subject == Subject.STEP || from.subject == Subject.CRIME_OF_PERSON;
    }

    /** Whether its chart is fit for the pack: of points that are published as such, over 28 days or one month, and not revised. */
    boolean mayRaiseAlerts() {
        return chartedByMonth().isPresent()
                || chartedByDay()
                        .filter(basis ->
                                basis.kind() != SETTLED && bases.get(basis).contains(ChartPlan.BLOCK))
                        .isPresent();
    }

    private Optional<Basis> charted(List<Basis.Kind> kinds, Predicate<Basis> fits) {
        if (uncharted().isPresent()) {
            return Optional.empty();
        }
        return kinds.stream()
                .flatMap(kind -> bases.keySet().stream()
                        .filter(basis -> basis.kind() == kind)
                        .filter(fits)
                        .sorted(Comparator.comparingInt(Basis::horizon)))
                .findFirst();
    }

    /** By what its figures are told apart; absent where they are not. */
    public Optional<Dimension> dimension() {
        return variants().get(0).map(Variant::dimension);
    }

    /** The values of its dimension that it counts, in order; one that is absent where it has no dimension. */
    public List<Optional<Variant>> variants() {
        return from.variants;
    }

    /** The whole: what is counted of, or what is counted where the measure is a count. */
    public Expression denominator(Optional<Variant> variant) {
        return from.denominator.apply(variant);
    }

    /** The part; absent for a count, and for a stock that turns into the part by age alone. */
    public Optional<Expression> numerator(Optional<Variant> variant) {
        return Optional.ofNullable(from.numerator).map(numerator -> numerator.apply(variant));
    }

    /** The facts for which a variant asks, of the denominator first. */
    Stream<Fact> facts(Optional<Variant> variant) {
        return Stream.of(from.denominator, from.numerator)
                .filter(Objects::nonNull)
                .flatMap(side -> side.apply(variant).facts());
    }

    /** The fields that it reads and records have not always had: before the first record with one it has no figure. */
    public List<CountedField> newFields() {
        return variants().stream().flatMap(this::newFields).distinct().toList();
    }

    Stream<CountedField> newFields(Optional<Variant> variant) {
        return facts(variant).flatMap(fact -> fact.newField().stream());
    }

    /** Whether a record without one of these fields is left out; one that has another way to tell the same is not. */
    public boolean isOnlyOfRecordsWith(CountedField field) {
        return from.newerAlternative == null
                || !from.newerAlternative.newField().equals(Optional.of(field));
    }

    /** The streams that tell what it counts. */
    public Set<EventStream> streams() {
        return streams;
    }

    /** The duties whose contacts tell what it counts. */
    public Set<Duty> duties() {
        return duties;
    }

    /**
     * These streams, and the contacts of these duties. Of a force that has never sent one of them it has no figure: nobody knows whether
     * nothing happened or nothing was sent.
     */
    public Set<RecordKind> recordKinds() {
        return recordKinds.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The same of one value of its dimension. */
    public Set<RecordKind> recordKinds(Optional<Variant> variant) {
        return recordKinds.get(variant);
    }

    /** What a percentile is taken of; absent for every other kind. */
    public Optional<Quantity> quantity() {
        return Optional.ofNullable(from.quantity);
    }

    /** The measure that counts the cases of which this is the age of the oldest; absent for every other. */
    public Optional<Measure> oldestOf() {
        return Optional.ofNullable(from.oldestOf);
    }

    /** Its dimension, where the values of it are parts of one whole. */
    public Optional<Dimension> oneOf() {
        return dimension().filter(Dimension::sharesOut);
    }

    /** Which percentile, 1 to 100, by nearest rank; 0 for every other kind. */
    public int percent(Optional<Variant> variant) {
        return from.percent.applyAsInt(variant);
    }

    /** For how many of its people a rate for a population is read: 1,000 or 10,000; 0 for every other kind. */
    public int readPer() {
        return from.readPer;
    }

    /** Whose number a population rate is divided by, as on the day of the snapshot; absent for every other kind. */
    public Optional<Population> population() {
        return Optional.ofNullable(from.population);
    }

    /** Days after entry at which a stock's case becomes part of the numerator, 0 where it is from the first. */
    public int agedDays(Optional<Variant> variant) {
        return from.agedDays.applyAsInt(variant);
    }

    /** Whether it counts crimes, and not the rarer steps and places of offender management. */
    public boolean countsCases() {
        return from.subject != Subject.STEP && from.subject != Subject.PROGRAMME && from.subject != Subject.PEOPLE;
    }

    /** Whether it counts who or what is present in the days after an event: a running sum, which is no sum of days. */
    public boolean isPresence() {
        return from.subject.isPresence();
    }

    Subject subject() {
        return from.subject;
    }
}
