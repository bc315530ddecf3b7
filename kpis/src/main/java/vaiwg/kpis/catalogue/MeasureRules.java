package vaiwg.kpis.catalogue;

import static vaiwg.kpis.catalogue.Basis.Kind.SETTLED;
import static vaiwg.kpis.catalogue.Basis.Kind.STOCK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.facts.Fact;

/** What a measure needs so that it can be counted and read. */
record MeasureRules(Declared declared, Measure measure) {
    /** Of a name in a row of a table, so that it stays on one line. */
    private static final int LONGEST_NAME = 34;
    /** Which a crime has whoever its victim is. */
    private static final Set<SliceFamily> NOT_BY_VICTIM =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.THEME_AND_LPA, SliceFamily.LPA);

    /** @throws IllegalStateException where something that a reader or the engine needs is missing, or bases do not fit the kind */
    void check() {
        checkSides();
        checkBases();
        checkSlices();
        checkPlace();
    }

    /** Else a record without the field would be a "no". Of steps in a stock the whole is of other records, which cannot have it. */
    void checkRecordsHaveNewFields() {
        if (declared.subject == Measure.Subject.STEP_IN_STOCK) {
            return;
        }
        for (Optional<Variant> variant : declared.variants) {
            measure.newFields(variant)
                    .filter(measure::isOnlyOfRecordsWith)
                    .map(field -> Fact.asked(field.isThere()))
                    .forEach(known -> require(
                            known.isNeededBy(measure.denominator(variant)),
                            "\"" + known + "\" in the denominator: older records do not have the field"));
        }
    }

    private void checkSides() {
        boolean hasNumerator = declared.kind == Measure.Kind.SHARE || declared.kind == Measure.Kind.RATE;
        require(
                declared.denominator != null && !declared.bases.isEmpty() && !declared.slices.isEmpty(),
                "a denominator, a basis and slices");
        require(
                hasNumerator == (declared.numerator != null || isAged()),
                "a numerator, or none where it is a count or a percentile");
        require(
                declared.kind != Measure.Kind.RATE
                        || declared.subject == Measure.Subject.STEP
                        || declared.meanOfDays > 0,
                "another stream to count, or what stood in the mean, being a rate");
        require(
                declared.meanOfDays == 0 || declared.subject == Measure.Subject.STEP_IN_STOCK,
                "steps in a stock, being in the mean of days");
        require(declared.estimates.isEmpty() || declared.kind == Measure.Kind.SHARE, "to be a share, being estimated");
        require(declared.variants.get(0).isEmpty() || declared.estimates.isEmpty(), "no dimension, being estimated");
        require(
                declared.kind == Measure.Kind.SHARE
                        || declared.variants.stream()
                                .flatMap(Optional::stream)
                                .noneMatch(value -> value.dimension().sharesOut()),
                "to be a share, its dimension being one of parts of a whole");
    }

    private void checkBases() {
        require(
                declared.kind != Measure.Kind.PERCENTILE
                        || declared.subject == Measure.Subject.STEP_IN_STOCK && declared.meanOfDays == 0
                        || declared.bases.stream().allMatch(MeasureRules::isOfKnownCases),
                "bases as known now");
        require(
                declared.population == null || declared.reading.equals(List.of(Window.days(365))),
                "a year, being for a population");
        require(
                declared.reading.stream().noneMatch(Window::isCalendar) || isSumOfDays(),
                "windows of days, its values being no sums of days");
        require(
                !isAged() && !isLasting() || declared.bases.stream().allMatch(basis -> basis.kind() == STOCK),
                "only stock, being aged or lasting");
        require(
                !declared.subject.isOfPersons() || declared.bases.stream().allMatch(MeasureRules::isOfPersons),
                "bases that are revised, persons being known as they are now");
        require(
                !declared.subject.isPresence() || declared.reading.size() == 1,
                "one window, being of who is present in it");
        declared.dashboards.forEach((basis, windows) -> require(isRead(basis, windows), "what its boards show"));
    }

    private void checkSlices() {
        require(
                declared.subject != Measure.Subject.PEOPLE
                        || declared.slices.stream().noneMatch(SliceFamily::isOfAreas)
                        || declared.variants.get(0).isPresent(),
                "no policing areas, being of people and not of how their records agree");
        require(
                !declared.subject.isOfPersons() || NOT_BY_VICTIM.containsAll(declared.slices),
                "slices that are not of victims, since it counts by a person's other crimes");
        require(
                declared.oldestOf == null
                        || declared.oldestOf.slices().containsAll(declared.slices)
                                && declared.oldestOf.bases().equals(measure.bases()),
                "the slices and bases of what it is the oldest of");
    }

    private void checkPlace() {
        require(
                Math.max(measure.shortTitle().length(), declared.headline.length()) <= LONGEST_NAME,
                "a short title of at most " + LONGEST_NAME + " characters");
        require(declared.order == 0 || !declared.annexed, "one place in the report");
        require(!declared.shownAsCount || declared.kind == Measure.Kind.SHARE, "to be a share, being shown as a count");
        require(
                declared.readByDay == null
                        || measure.readable()
                                .getOrDefault(declared.readByDay.basis(), List.of())
                                .contains(declared.readByDay.window()),
                "the view by which the report reads it");
        require(
                !declared.raisesAlerts || measure.mayRaiseAlerts(),
                "a figure of 28 days or a month that is not revised, since the board report charts it");
    }

    private boolean isSumOfDays() {
        return declared.kind != Measure.Kind.PERCENTILE
                && declared.population == null
                && declared.standard == null
                && !declared.subject.isPresence();
    }

    private boolean isAged() {
        return declared.variants.stream().anyMatch(variant -> declared.agedDays.applyAsInt(variant) != 0);
    }

    private boolean isLasting() {
        return declared.variants.stream().anyMatch(variant -> declared.lastingDays.applyAsInt(variant) != 0);
    }

    private boolean isRead(Basis basis, List<Window> windows) {
        return declared.estimates.contains(basis)
                ? Estimates.windows(basis).containsAll(windows)
                : measure.bases().containsKey(basis)
                        && measure.bases().get(basis).containsAll(windows);
    }

    private static boolean isOfKnownCases(Basis basis) {
        return basis.equals(Basis.RECORDED) || basis.equals(Basis.ASSIGNED);
    }

    private static boolean isOfPersons(Basis basis) {
        return basis.equals(Basis.RECORDED) || (basis.kind() == SETTLED && !basis.isMonthly());
    }

    private void require(boolean given, String what) {
        if (!given) {
            throw new IllegalStateException("the measure " + declared.slug + " needs " + what);
        }
    }
}
