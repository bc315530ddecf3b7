package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apiguardian.api.API;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;

/** What is said of a measure, before {@link Measure#of} finds that it can be counted; what is not said stays as it is here. */
@API(status = API.Status.MAINTAINED)
public final class Declared implements Cloneable {
    final String slug;
    final Measure.Kind kind;
    public Priority priority;
    public String title;
    /** What rows of tables call it, in at most 34 characters, where the title is longer. */
    public String shortTitle = "";
    /** In one or two plain sentences. */
    public String definition;

    public String unit = "";
    public Direction direction = Direction.NONE;
    /** What a reader must know with the direction, or where there is no good one. */
    public String caveats = "";
    /** The section of the paper that it answers to, such as "2.3.6". */
    public String section = "";
    /** Which matter it speaks of, where other measures do too: signals of them in one theme and the same weeks have one cause. */
    public String concern = "";

    public Measure.Subject subject = Measure.Subject.CASE;
    /** Some values of a dimension, at least one; sides and numbers are asked of each. */
    public List<Optional<Variant>> variants = List.of(Optional.empty());
    /** The denominator of each variant; for a count, what is counted. */
    public Function<Optional<Variant>, Expression> denominator;
    /** The numerator of each variant, among the denominator; for a rate, what is counted in the other stream. */
    public Function<Optional<Variant>, Expression> numerator;
    /**
     * Of the facts of its numerator one that newer records say. Of records without its field another says the same, so that it need not be
     * known.
     */
    public Fact newerAlternative;
    /** Of a percentile: what it is taken of. */
    public Quantity quantity;
    /** Of a percentile: so many of 100 cases have at most so much, by the nearest rank, never between two cases. */
    public ToIntFunction<Optional<Variant>> percent = none -> 0;
    /** The measure of whose cases it is the age of the oldest: it is withheld wherever that count is. */
    public Measure oldestOf;
    /** Of a population rate: whose number on the day of the snapshot it is divided by; it is not annualised. */
    public Population population;
    /** For how many of a population's people it is read: 1,000 or 10,000, as others publish such figures. */
    public int readPer;
    /** The numerator is what has been in the stock for more than so many days, where they are not 0. */
    public ToIntFunction<Optional<Variant>> agedDays = none -> 0;
    /**
     * A stock as the mean of what stood at the midnights of so many days, rounded to a whole; of a rate, what happened in these days for
     * what stood in the mean.
     */
    public int meanOfDays;
    /** For how many days at least what comes into a stock stays, which can only grow while the record is as young; 0 where that is not known. */
    public ToIntFunction<Optional<Variant>> lastingDays = none -> 0;

    public List<Basis> bases = List.of();
    /** Over which windows it is read; frozen figures keep theirs. */
    public List<Window> reading = List.of(Window.days(28), Window.days(90), Window.days(365));

    public List<SliceFamily> slices = List.of();
    /** The horizons at which it is estimated early, with an interval: the share that leaves for one of its causes. */
    public List<Basis> estimates = List.of();

    public Set<Cause> causes = Set.of();
    /** Strata are kept in cells, the value is calculated from them. */
    public Standard standard;

    /** Its number among the headlines, 0 where it is none. */
    public int order;
    /** What it is called as a headline, such as a name that says the horizon by which it is read. */
    public String headline = "";
    /** The slice of it that is the headline, named as in the tables. */
    public String headlineSlice = "";
    /** It is read after the figures of its area that are read first. */
    public boolean annexed;
    /** It explains a measure that is charted: it is read on a page of its own, and watched by no chart. */
    public boolean detailed;

    public boolean restricted;
    /** The report says "4 of 72", and no share: what is counted is to be dealt with case by case. */
    public boolean shownAsCount;
    /**
     * What it counts, and of what, is work: by where it stands or how it was done, not what happened to a person or was decided about one. A
     * small count of it may be told to everybody who may see the measure. What is not said to be so is taken to be about people.
     */
    public boolean countsWork;
    /** How the report reads it, where that is not what {@link View#byDay} derives. */
    public View readByDay;
    /** Values of the dashboard and alert set. */
    public Map<Basis, List<Window>> dashboards = Map.of();
    /** A headline of the report: the block charts of its total and themes raise signals, each judged among all of the pack. */
    public boolean raisesAlerts;
    /** How complete or how prompt records are: where its chart moves, signals of other figures speak of the data. */
    public boolean dataQuality;
    /** What is counted becomes known long after recording: a block that has just ended knows little of it, and is not charted. */
    public boolean knownLate;
    /** It counts people on a programme with a fixed number of places, and stops growing when these are full, which is no change to tell. */
    public boolean fixedPlaces;

    public Declared(String slug, Measure.Kind kind) {
        this.slug = slug;
        this.kind = kind;
    }

    /** The same, which nobody else can change. */
    Declared copy() {
        try {
            return (Declared) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("it can be cloned", e);
        }
    }
}
