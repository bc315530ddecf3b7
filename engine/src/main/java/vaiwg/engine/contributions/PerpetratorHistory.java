package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.StalkingStep;

/** A stalking perpetrator as a function of what was known when. Each version number is a step; all known steps stand. */
record PerpetratorHistory(VersionLog<StepVersion> state, Catalogue catalogue) implements History {
    /** The programme: six sessions, attended within 56 days of the first. */
    private static final int SESSIONS = 6;

    private static final int DAYS = 56;
    private static final CountedField REFERRED = field(EventStream.STALKING, "referred");
    private static final CountedField ELIGIBLE = field(EventStream.STALKING, "eligible");
    /** What instruments score, and what is assessed of the victim. */
    private static final List<CountedField> SCORES = Stream.of("riskFactors", "distress", "functioning", "victimSafety")
            .map(score -> field(EventStream.STALKING, score))
            .toList();
    /** The grades of assessed risk, from the lowest. */
    private static final List<CountedField.Test> GRADES = Stream.of("STANDARD", "MEDIUM", "HIGH")
            .map(grade -> field(EventStream.STALKING, "risk").isOneOf(grade))
            .toList();

    private static final Comparator<StepVersion> IN_ORDER =
            Comparator.<StepVersion>comparingLong(step -> step.at).thenComparingLong(step -> step.version);

    /** In the order of their times; of one time grants first, as an order may end at once. */
    private static final Comparator<StepVersion> GRANTS_FIRST = Comparator.<StepVersion>comparingLong(step -> step.at)
            .thenComparing(step -> is(step, StalkingStep.ORDER_ENDED))
            .thenComparingLong(step -> step.version);

    private static final StepVersion[] NO_STEPS = {};
    private static final long[] NONE = {};

    @Override
    public Known knownAt(long instant) {
        List<StepVersion> standing = standing(instant);
        List<Contribution> own = new ArrayList<>(2);
        Optional<StepVersion> selected = selection(standing);
        long dimensionKey = selected.map(DimensionKey::ofPlace).orElse(DimensionKey.scopeOnly());
        StepContributions ofPlace = new StepContributions(catalogue, dimensionKey, own);
        addFurther(standing, ofPlace);
        long[] attended = Attendance.times(standing);
        if (selected.isPresent()) {
            FactSet place = FactSet.of(Fact.PLACE_FILLED).plus(ofPlace.stated(selected.get()));
            ofPlace.addStep(LondonDays.dayOf(selected.get().at), place);
            int from = LondonDays.dayOf(selected.get().at);
            addNth(1, times(standing, StalkingStep.CONSENTED), from, Fact.PROGRAMME_CONSENTED, ofPlace);
            addNth(1, attended, from, Fact.PROGRAMME_BEGUN, ofPlace);
            addNth(SESSIONS, attended, from, Fact.PROGRAMME_ALL_ATTENDED, ofPlace);
        }
        addProgramme(standing, attended, ofPlace);
        addTrial(standing, own);
        return new Known(own, ofOrders(standing));
    }

    /**
     * Each step towards an order, and each breach, which is one of the full order granted last before it. A person is under an order from a
     * grant until the next end; a grant in between changes nothing of that.
     */
    private Steps ofOrders(List<StepVersion> standing) {
        StepVersion[] turns = turns(standing);
        int most = turns.length;
        for (StepVersion step : standing) {
            most += isByItself(step) ? 1 : 0;
        }
        Steps steps = new Steps(most);
        OrderSteps byItself = new OrderSteps(catalogue, CrimeVersion.ABSENT, false);
        for (StepVersion step : standing) {
            if (isByItself(step)) {
                steps.add(step, byItself);
            }
        }
        long[] breached = turns.length == 0 ? NONE : times(standing, StalkingStep.ORDER_BREACHED);
        OrderSteps turning = new OrderSteps(catalogue, CrimeVersion.ABSENT, true);
        boolean isUnderOrder = false;
        for (int i = 0; i < turns.length; i++) {
            boolean isGrant = is(turns[i], StalkingStep.FULL_ORDER_GRANTED);
            long breach = isGrant && breached.length > 0 ? breach(breached, turns, i) : CrimeVersion.ABSENT;
            if (breach != CrimeVersion.ABSENT) {
                steps.add(turns[i], new OrderSteps(catalogue, breach, !isUnderOrder));
            } else if (isGrant || isUnderOrder) {
                steps.add(turns[i], isGrant == isUnderOrder ? byItself : turning);
            }
            isUnderOrder = isGrant;
        }
        return steps;
    }

    /** The grants and the ends, where there is any grant; there can be very many, so they are copied once. */
    private static StepVersion[] turns(List<StepVersion> standing) {
        int grants = count(standing, StalkingStep.FULL_ORDER_GRANTED);
        if (grants == 0) {
            return NO_STEPS;
        }
        StepVersion[] turns = new StepVersion[grants + count(standing, StalkingStep.ORDER_ENDED)];
        int found = 0;
        for (StepVersion step : standing) {
            if (is(step, StalkingStep.FULL_ORDER_GRANTED) || is(step, StalkingStep.ORDER_ENDED)) {
                turns[found++] = step;
            }
        }
        Arrays.sort(turns, GRANTS_FIRST);
        return turns;
    }

    private static int count(List<StepVersion> steps, StalkingStep kind) {
        int count = 0;
        for (StepVersion step : steps) {
            count += is(step, kind) ? 1 : 0;
        }
        return count;
    }

    /** The first breach from a grant until before the next grant at a later time; {@link CrimeVersion#ABSENT} where there is none. */
    private static long breach(long[] breached, StepVersion[] turns, int grant) {
        long breach = firstFrom(breached, turns[grant].at);
        for (int next = grant + 1; next < turns.length && turns[next].at <= breach; next++) {
            if (turns[next].at > turns[grant].at && is(turns[next], StalkingStep.FULL_ORDER_GRANTED)) {
                return CrimeVersion.ABSENT;
            }
        }
        return breach == Long.MAX_VALUE ? CrimeVersion.ABSENT : breach;
    }

    private static boolean isByItself(StepVersion step) {
        return is(step, StalkingStep.ORDER_APPLIED)
                || is(step, StalkingStep.ORDER_REFUSED)
                || is(step, StalkingStep.ORDER_BREACHED);
    }

    /** When steps of a kind were taken, in ascending order. */
    private static long[] times(List<StepVersion> steps, StalkingStep kind) {
        long[] times = new long[count(steps, kind)];
        int count = 0;
        for (StepVersion step : steps) {
            if (is(step, kind)) {
                times[count++] = step.at;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** The first of some times in ascending order that is not before another one; {@link Long#MAX_VALUE} where there is none. */
    private static long firstFrom(long[] inOrder, long time) {
        int found = Arrays.binarySearch(inOrder, time);
        int next = found >= 0 ? found : -found - 1;
        return next == inOrder.length ? Long.MAX_VALUE : inOrder[next];
    }

    /**
     * The first selection for the treatment arm: a place is filled on its day and by its route, whatever becomes of the person. Of several
     * at one time it is the one with the smallest version.
     */
    private static Optional<StepVersion> selection(List<StepVersion> steps) {
        return steps.stream()
                .filter(step -> is(step, StalkingStep.PROGRAMME_SELECTED) && step.treatment)
                .min(IN_ORDER);
    }

    /** That the person was referred and eligible, on the day of the first step that says so. */
    private static void addFurther(List<StepVersion> steps, StepContributions contributions) {
        long referred = Long.MAX_VALUE;
        long eligible = Long.MAX_VALUE;
        for (StepVersion step : steps) {
            referred = REFERRED.isSetIn(step) ? Math.min(referred, step.at) : referred;
            eligible = ELIGIBLE.isSetIn(step) ? Math.min(eligible, step.at) : eligible;
        }
        addFirst(referred, Fact.PROGRAMME_REFERRED, contributions);
        addFirst(eligible, Fact.PROGRAMME_ELIGIBLE, contributions);
    }

    private static void addFirst(long at, Fact fact, StepContributions contributions) {
        if (at != Long.MAX_VALUE) {
            contributions.addStep(LondonDays.dayOf(at), FactSet.of(fact));
        }
    }

    /** @param from the day on which the place was filled: nobody has come further before it */
    private static void addNth(int number, long[] times, int from, Fact fact, StepContributions contributions) {
        if (times.length >= number) {
            contributions.addStep(Math.max(from, LondonDays.dayOf(times[number - 1])), FactSet.of(fact));
        }
    }

    private void addProgramme(List<StepVersion> steps, long[] attended, StepContributions contributions) {
        if (attended.length == 0) {
            return;
        }
        int judged = LondonDays.dayOf(attended[0]) + DAYS;
        boolean completed = attended.length >= SESSIONS && LondonDays.dayOf(attended[SESSIONS - 1]) <= judged;
        FactSet started = FactSet.of(Fact.PROGRAMME_STARTED).plusIf(completed, Fact.PROGRAMME_COMPLETED);
        contributions.add(ContributionType.PROGRAMME, judged, started, 0);
        addRisk(
                steps,
                attended[0],
                judged,
                FactSet.of(Fact.RISK_KNOWN_BEFORE_AND_AFTER),
                Fact.RISK_FELL_AFTER,
                Fact.RISK_ROSE_AFTER,
                ContributionType.PROGRAMME,
                contributions);
    }

    /**
     * The first selection for either arm, on its day: that it was for the control arm; and of everybody in an arm what assessments since say,
     * each once it counts.
     */
    private void addTrial(List<StepVersion> steps, List<Contribution> own) {
        StepVersion selected = steps.stream()
                .filter(step -> is(step, StalkingStep.PROGRAMME_SELECTED) && step.arm != 0)
                .min(IN_ORDER)
                .orElse(null);
        if (selected == null) {
            return;
        }
        int day = LondonDays.dayOf(selected.at);
        if (!selected.treatment) {
            new StepContributions(catalogue, DimensionKey.scopeOnly(), own)
                    .addStep(day, FactSet.of(Fact.CONTROL_SELECTED));
        }
        StepContributions ofArm = new StepContributions(catalogue, DimensionKey.ofArm(selected.arm), own);
        ofArm.addEntry(day, FactSet.of(Fact.TRIAL_SELECTED));
        addRisk(
                steps,
                selected.at,
                day,
                FactSet.of(Fact.TRIAL_RISK_KNOWN),
                Fact.TRIAL_RISK_FELL,
                Fact.TRIAL_RISK_ROSE,
                ContributionType.STOCK_ENTRY,
                ofArm);
        addScores(steps, selected.at, day, ofArm);
    }

    /**
     * What became of the risk: the last one assessed by a time, and the newest one after it.
     *
     * @param day from which it counts
     */
    private static void addRisk(
            List<StepVersion> steps,
            long time,
            int day,
            FactSet assessed,
            Fact fell,
            Fact rose,
            ContributionType type,
            StepContributions contributions) {
        StepVersion before = null;
        StepVersion after = null;
        for (StepVersion step : steps) {
            if (grade(step) > 0) {
                before = step.at <= time ? later(before, step) : before;
                after = step.at > time ? later(after, step) : after;
            }
        }
        if (before == null || after == null) {
            return;
        }
        int change = grade(after) - grade(before);
        FactSet risk = change == 0 ? assessed : assessed.plus(FactSet.of(change < 0 ? fell : rose));
        contributions.add(type, notBefore(after, day), risk, 0);
    }

    /** What the newest score of each kind after a time says. */
    private void addScores(List<StepVersion> steps, long time, int day, StepContributions contributions) {
        for (CountedField score : SCORES) {
            StepVersion newest = null;
            for (StepVersion step : steps) {
                newest = step.at > time && score.isIn(step) ? later(newest, step) : newest;
            }
            if (newest != null) {
                FactSet said = catalogue.askedFacts().statedBy(newest, score);
                contributions.addEntry(notBefore(newest, day), said);
            }
        }
    }

    /** The day from which what a step says counts: what is dated after its change counts from its own day on. */
    private static int notBefore(StepVersion step, int day) {
        return step.at > step.changedAt ? Math.max(day, LondonDays.dayOf(step.at)) : day;
    }

    private static StepVersion later(StepVersion one, StepVersion other) {
        return one == null || IN_ORDER.compare(one, other) < 0 ? other : one;
    }

    /** How high the risk was assessed in a step, from 1; 0 where it was not. */
    private static int grade(StepVersion step) {
        int grade = GRADES.size();
        while (grade > 0 && !GRADES.get(grade - 1).holds().test(step)) {
            grade--;
        }
        return grade;
    }

    private List<StepVersion> standing(long instant) {
        List<StepVersion> winning = Versions.winningAt(state.versions, instant);
        return winning.stream().anyMatch(step -> step.monthOnly)
                ? winning.stream().filter(step -> !step.monthOnly).toList()
                : winning;
    }

    static boolean is(StepVersion step, StalkingStep kind) {
        return step.step == kind.ordinal();
    }
}
