package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Survey;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** What makes a naive figure wrong, on a few records each; {@code docs/figures.md} lists these tests and the others. */
class PitfallsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    /** Counts of which it is clear what is good: people who reached a stage of a programme, deaths, records without their crime. */
    private static final Set<String> NO_VOLUMES = Set.of(
            "orphan_outcomes",
            "easi_places_filled",
            "easi_places_12m",
            "easi_controls_12m",
            "easi_reached",
            "easi_put_forward",
            "da_homicides");

    private final SmallForce force = new SmallForce();

    /** Of each month's crimes, five in a hundred more than the month before, four of ten end with outcome 16 after 90 days. */
    @Test
    @Tag("pitfall-1")
    void a_share_of_growing_crimes_is_that_of_its_own_crimes() {
        double crimes = 20;
        LocalDate day = DAY;
        for (int month = 0; month < 30; month++, crimes *= 1.05, day = day.plusDays(30)) {
            for (int i = 0; i < 5 * Math.round(crimes / 5); i++) {
                String reference = "crime-" + month + "-" + i;
                force.tell(SmallForce.crime(reference, day).build());
                if (i % 5 < 2) {
                    force.tell(SmallForce.outcome(reference, "16", day.plusDays(90))
                            .build());
                }
            }
        }
        force.goTo(day);
        Value settled = force.total("victim_attrition", "settled_180d", "365d");
        double share = (double) settled.numerator() / settled.denominator();
        assertThat(share).isCloseTo(0.4, within(1e-9));
        Value assigned = force.total("victim_attrition", "assigned", "365d");
        Value recorded = force.total("recorded_offences", "recorded", "365d");
        assertThat((double) assigned.numerator() / recorded.numerator())
                .as("the outcomes of a year by the crimes of that year")
                .isLessThan(0.9 * share);
        assertThat(assigned.denominator()).as("no crimes but outcomes").isLessThan(recorded.numerator());
    }

    @Test
    @Tag("pitfall-2")
    void a_crime_counts_at_a_horizon_once_the_whole_horizon_is_past() {
        force.tell(SmallForce.crime("crime", DAY).build());
        force.tell(SmallForce.outcome("crime", "16", DAY.plusDays(10)).build());
        force.goTo(DAY.plusDays(90));
        assertThat(force.total("victim_attrition", "settled_90d", "365d")).isEqualTo(new Value(0, 0));
        assertThat(force.total("victim_attrition", "matured_90d", "365d")).isEqualTo(new Value(0, 0));
        assertThat(force.total("victim_attrition", "to_date", "365d")).isEqualTo(new Value(1, 1));
        force.goTo(DAY.plusDays(91));
        assertThat(force.total("victim_attrition", "settled_90d", "365d")).isEqualTo(new Value(1, 1));
        assertThat(force.total("victim_attrition", "matured_90d", "365d")).isEqualTo(new Value(1, 1));
    }

    @Test
    @Tag("pitfall-3")
    @Tag("pitfall-17")
    void charts_are_drawn_of_frozen_blocks_and_never_of_reported_tables() {
        assertThat(Basis.TO_DATE.matures()).isFalse();
        for (Measure measure : ShippedCatalogue.get().measures()) {
            for (Window window : List.of(Window.days(28), Window.days(90), Window.days(365))) {
                assertThat(measure.isOnDashboards(Basis.TO_DATE, window))
                        .as("%s as in a reported table is on boards", measure.slug())
                        .isFalse();
            }
            measure.bases().forEach((basis, windows) -> {
                if (basis.kind() == Basis.Kind.MATURED) {
                    assertThat(windows).as(measure.slug()).containsExactly(Window.days(28), Window.days(365));
                }
            });
        }
    }

    @Test
    @Tag("pitfall-4")
    void a_crime_in_two_themes_is_one_crime_in_the_total() {
        force.tell(SmallForce.crime("crime", DAY)
                .setFlags(List.of("DOMESTIC_ABUSE"))
                .build());
        force.goTo(DAY.plusDays(1));
        assertThat(recorded("theme=rape")).isEqualTo(1);
        assertThat(recorded("theme=domestic_abuse")).isEqualTo(1);
        assertThat(recorded("")).isEqualTo(1);
    }

    private int recorded(String slice) {
        return force.value("recorded_offences", "recorded", "28d", slice).numerator();
    }

    @Test
    @Tag("pitfall-5")
    void outcome_16_alone_and_with_14_are_two_figures() {
        for (String type : List.of("14", "15", "16", "18")) {
            force.tell(SmallForce.crime("crime-" + type, DAY).build());
            force.tell(SmallForce.outcome("crime-" + type, type, DAY).build());
        }
        force.goTo(DAY.plusDays(1));
        assertThat(force.total("victim_attrition", "assigned", "28d")).isEqualTo(new Value(1, 4));
        assertThat(force.total("victim_does_not_support", "assigned", "28d")).isEqualTo(new Value(2, 4));
    }

    /** 1A, 2A and 3A belong to 1, 2 and 3; outcome 22 is no action taken, and an event without a type is no outcome. */
    @Test
    @Tag("pitfall-6")
    void parts_of_outcomes_count_with_them_and_once() {
        for (String type : List.of("1A", "2A", "3A", "22", "4")) {
            force.tell(SmallForce.crime("crime-" + type, DAY).build());
            force.tell(SmallForce.outcome("crime-" + type, type, DAY).build());
        }
        force.tell(SmallForce.crime("open", DAY).build());
        force.tell(SmallForce.outcome("open", "0", DAY).setOutcomeType(null).build());
        force.goTo(DAY.plusDays(1));
        assertThat(force.total("action_taken", "assigned", "365d")).isEqualTo(new Value(4, 5));
        assertThat(force.total("charge_rate", "assigned", "28d")).isEqualTo(new Value(1, 5));
    }

    @Test
    @Tag("pitfall-7")
    void what_is_cancelled_leaves_old_periods_above_and_below_the_line() {
        CrimeRecording crime = SmallForce.crime("crime", DAY).build();
        force.tell(crime);
        force.tell(SmallForce.outcome("crime", "16", DAY.plusDays(3)).build());
        force.tell(SmallForce.crime("another", DAY).build());
        force.goTo(DAY.plusDays(40));
        assertThat(force.total("victim_attrition", "settled_28d", "90d")).isEqualTo(new Value(1, 2));
        LocalDate later = DAY.plusDays(40);
        force.tell(CrimeRecording.newBuilder(crime)
                .setVersion(2)
                .setChangedAt(SmallForce.on(later))
                .setStatus(CrimeStatus.CANCELLED)
                .build());
        force.goTo(later.plusDays(1));
        assertThat(force.total("victim_attrition", "settled_28d", "90d")).isEqualTo(new Value(0, 1));
        assertThat(force.total("victim_attrition", "matured_28d", "365d"))
                .as("what was frozen stays")
                .isEqualTo(new Value(1, 2));
    }

    @Test
    @Tag("pitfall-8")
    void a_volume_is_neither_good_nor_bad() {
        assertThat(ShippedCatalogue.get().measures())
                .filteredOn(measure ->
                        measure.kind() == Measure.Kind.COUNT || measure.kind() == Measure.Kind.POPULATION_RATE)
                .filteredOn(measure -> !NO_VOLUMES.contains(measure.slug()))
                .hasSizeGreaterThan(8)
                .allSatisfy(measure -> {
                    assertThat(measure.direction()).as(measure.slug()).isEqualTo(Direction.NONE);
                    assertThat(measure.caveats()).as(measure.slug()).isNotBlank();
                });
    }

    @Test
    @Tag("pitfall-10")
    void not_to_say_is_an_answer_and_not_stated_is_none() {
        tellEthnicity("told", CharacteristicStatus.VALUE, "W1");
        tellEthnicity("declined", CharacteristicStatus.DECLINED, null);
        tellEthnicity("unknown", CharacteristicStatus.UNKNOWN, null);
        tellEthnicity("not-stated", CharacteristicStatus.VALUE, "NS");
        tellEthnicity("does-not-apply", CharacteristicStatus.NOT_APPLICABLE, null);
        force.goTo(DAY.plusDays(1));
        String ethnicity = "characteristic=ethnicity";
        assertThat(force.value("characteristic_known", "recorded", "28d", ethnicity))
                .isEqualTo(new Value(1, 4));
        assertThat(force.value("characteristic_asked", "recorded", "28d", ethnicity))
                .isEqualTo(new Value(2, 4));
    }

    private void tellEthnicity(String reference, CharacteristicStatus status, String value) {
        force.tell(SmallForce.crime(reference, DAY)
                .setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setEthnicity(Characteristic.newBuilder()
                                .setStatus(status)
                                .setValue(value)
                                .build())
                        .build())
                .build());
    }

    /**
     * In one audit everything is met or does not apply, timely updates among what does not apply; in another all is met but that nobody told
     * of the Code, which is outside the five.
     */
    @Test
    @Tag("pitfall-12")
    void not_applicable_meets_four_duties_and_no_duty_of_those_that_applied_and_the_code_itself_is_outside() {
        tellAudit("does-not-apply", AuditAnswer.NOT_APPLICABLE, AuditAnswer.YES);
        tellAudit("met", AuditAnswer.YES, AuditAnswer.NO);
        force.goTo(DAY.plusDays(2));
        assertThat(force.value("victims_code", "recorded", "365d", "duty=all_five"))
                .isEqualTo(new Value(1, 2));
        assertThat(force.value("victims_code", "recorded", "365d", "duty=mean")).isEqualTo(new Value(4 + 5, 10));
        assertThat(force.value("victims_code", "recorded", "365d", "duty=applicable"))
                .isEqualTo(new Value(5, 5));
        assertThat(force.total("code_informed", "recorded", "365d")).isEqualTo(new Value(1, 2));
    }

    /** An audit on the next day, all of whose questions but that about the Code have the same answer. */
    private void tellAudit(String reference, AuditAnswer answer, AuditAnswer codeInformed) {
        force.tell(SmallForce.crime(reference, DAY).build());
        force.tell(SmallForce.contact(reference, "audit", ContactKind.AUDIT, DAY.plusDays(1))
                .setAudit(new Audit(answer, answer, answer, answer, codeInformed, answer))
                .build());
    }

    @Test
    @Tag("pitfall-13")
    void answers_to_surveys_say_whom_they_do_not_stand_for() {
        List<Measure> ofAnswers = ShippedCatalogue.get().measures().stream()
                .filter(measure ->
                        measure.denominator(measure.variants().get(0)).facts().anyMatch(Fact.SURVEY_ANSWER::equals))
                .toList();
        assertThat(ofAnswers)
                .hasSizeGreaterThan(5)
                .allSatisfy(measure -> assertThat(measure.caveats())
                        .as(measure.slug())
                        .contains("not representative: surveys are not sent where contact may put a victim at risk"));
        assertThat(measure("survey_coverage").bases()).containsKey(Basis.settled(90));
        assertThat(measure("survey_response").bases()).containsKey(Basis.settled(28));
    }

    /** Ten crimes, of which three victims are sent a survey and one answers: all who answer are satisfied, and they are one in ten. */
    @Test
    @Tag("pitfall-13")
    void how_many_were_asked_and_answered_is_beside_how_many_are_satisfied() {
        for (int i = 0; i < 10; i++) {
            force.tell(SmallForce.crime("crime-" + i, DAY)
                    .setVictim(victim("person-" + i))
                    .build());
        }
        for (int i = 0; i < 3; i++) {
            force.tell(SmallForce.contact("crime-" + i, "survey", ContactKind.SURVEY, DAY.plusDays(5))
                    .setChangedAt(SmallForce.on(DAY.plusDays(9)))
                    .setSurvey(i == 0 ? new Survey(SmallForce.on(DAY.plusDays(8)), true, false, null) : null)
                    .setSurveyChannel("SMS")
                    .build());
        }
        force.goTo(DAY.plusDays(91));
        assertThat(force.total("survey_satisfied", "recorded", "365d")).isEqualTo(new Value(1, 1));
        assertThat(force.value("survey_response", "settled_28d", "365d", "channel=sms"))
                .isEqualTo(new Value(1, 3));
        assertThat(force.total("survey_coverage", "settled_90d", "365d")).isEqualTo(new Value(3, 10));
    }

    /**
     * Whoever no longer supports the case, or was decided on by the CPS or by nobody who is named, or was never interviewed, or whose case was
     * charged in part, or only not inquired into further, has no right to a review.
     */
    @Test
    @Tag("pitfall-14")
    void only_decisions_that_can_be_reviewed_are_asked_about() {
        for (String type : List.of("10", "15", "16", "18", "21", "22")) {
            force.tell(SmallForce.crime("crime-" + type, DAY).build());
            force.tell(decided("crime-" + type, type).build());
        }
        force.tell(SmallForce.crime("by-the-cps", DAY).build());
        force.tell(decided("by-the-cps", "15").setDecidedBy("CPS").build());
        force.tell(SmallForce.crime("by-nobody-named", DAY).build());
        force.tell(decided("by-nobody-named", "15").setDecidedBy(null).build());
        force.tell(SmallForce.crime("not-interviewed", DAY).build());
        force.tell(decided("not-interviewed", "15")
                .setInterviewedUnderCaution(false)
                .build());
        force.tell(SmallForce.crime("part-charged", DAY).build());
        force.tell(decided("part-charged", "15").setPartCharged(true).build());
        force.goTo(DAY.plusDays(94));
        assertThat(force.total("review_takeup", "settled_93d", "365d")).isEqualTo(new Value(0, 2));
    }

    private static Outcome.Builder decided(String reference, String type) {
        return SmallForce.outcome(reference, type, DAY)
                .setDecidedBy("POLICE")
                .setInterviewedUnderCaution(true)
                .setVictimInformedAt(SmallForce.on(DAY));
    }

    @Test
    @Tag("pitfall-15")
    void orders_granted_in_a_window_ever_and_in_force_are_three_figures() {
        LocalDate longAgo = DAY.minusYears(2);
        force.tell(EventStream.PROTECTIVE_ORDER, "ended", order("ended", longAgo, DAY.minusDays(1)));
        force.tell(EventStream.PROTECTIVE_ORDER, "old", order("old", longAgo, null));
        force.tell(EventStream.PROTECTIVE_ORDER, "new", order("new", DAY.minusDays(9), null));
        force.goTo(DAY);
        assertThat(force.total("shpo_granted", "recorded", "365d").numerator()).isEqualTo(1);
        assertThat(force.total("shpo_cumulative", "stock", "all").numerator()).isEqualTo(3);
        assertThat(force.total("shpo_in_force", "stock", "all").numerator()).isEqualTo(2);
    }

    private static ProtectiveOrder order(String id, LocalDate granted, LocalDate ends) {
        return ProtectiveOrder.newBuilder(SmallForce.begun(new ProtectiveOrder(), id, granted))
                .setOrderId(id)
                .setKind(OrderKind.SHPO)
                .setGrantedAt(SmallForce.on(granted))
                .setEndsAt(ends == null ? null : SmallForce.on(ends))
                .build();
    }

    /** Each submission has a clock; the one that was returned has another, which ends on the day of its plan. */
    @Test
    @Tag("pitfall-16")
    void submissions_are_a_stock_on_two_clocks() {
        force.tell(SmallForce.crime("crime", DAY).build());
        force.tell(EventStream.CPS_REFERRAL, "crime", submission("waiting", DAY, null, null));
        force.tell(EventStream.CPS_REFERRAL, "crime", submission("later", DAY.plusDays(20), null, null));
        force.tell(EventStream.CPS_REFERRAL, "crime", submission("returned", DAY, DAY.plusDays(10), DAY.plusDays(25)));
        force.goTo(DAY.plusDays(26));
        assertThat(force.total("cps_overdue", "stock", "all")).isEqualTo(new Value(0, 2));
        assertThat(force.total("cps_resubmission_overdue", "stock", "all")).isEqualTo(new Value(1, 1));
        force.goTo(DAY.plusDays(29));
        assertThat(force.total("cps_overdue", "stock", "all")).isEqualTo(new Value(1, 2));
    }

    private static CpsReferral submission(String id, LocalDate submitted, LocalDate returned, LocalDate due) {
        return CpsReferral.newBuilder(SmallForce.begun(new CpsReferral(), id, returned == null ? submitted : returned))
                .setCrimeReference("crime")
                .setSubmissionId(id)
                .setSubmittedAt(SmallForce.on(submitted))
                .setReturnedAt(returned == null ? null : SmallForce.on(returned))
                .setActionPlanDueAt(due == null ? null : SmallForce.on(due))
                .build();
    }

    @Test
    @Tag("pitfall-20")
    void complaints_of_force_are_listed_apart() {
        force.tell(EventStream.CONDUCT, "force", complaint("force", true));
        force.tell(EventStream.CONDUCT, "other", complaint("other", false));
        force.goTo(DAY.plusDays(1));
        assertThat(force.value("police_matters", "recorded", "90d", "matter=complaint")
                        .numerator())
                .isEqualTo(1);
        assertThat(force.value("police_matters", "recorded", "90d", "matter=force")
                        .numerator())
                .isEqualTo(1);
    }

    private static Conduct complaint(String id, boolean force) {
        return Conduct.newBuilder(SmallForce.begun(new Conduct(), id, DAY))
                .setCaseId(id)
                .setKind(ConductKind.COMPLAINT)
                .setFlagged(true)
                .setUseOfForceOnly(force)
                .setRecordedAt(SmallForce.on(DAY))
                .build();
    }

    /**
     * A hundred people in each arm: who began counts, from a date on, and what becomes of them is judged by no block of days. Whether the
     * victims were referred is a duty of the force's.
     */
    @Test
    @Tag("pitfall-21")
    void what_becomes_of_the_people_of_the_programme_and_how_many_there_are_is_on_no_chart() {
        assertThat(ShippedCatalogue.get().measures())
                .filteredOn(measure -> measure.slug().startsWith("easi_"))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(measure.bases().keySet())
                        .as(measure.slug())
                        .noneMatch(basis -> basis.kind() == Basis.Kind.MATURED))
                .filteredOn(measure -> !measure.slug().equals("easi_victims_referred_2d"))
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(measure -> measure.chartedByDay().isEmpty());
    }

    /** Reported after years: no offence of this year in public places, but a crime of this year's records. */
    @Test
    @Tag("pitfall-23")
    void what_was_committed_long_ago_is_recorded_now_and_not_committed_now() {
        for (int years : List.of(0, 10)) {
            Instant committed = SmallForce.on(DAY.minusYears(years)).minus(Duration.ofHours(2));
            force.tell(SmallForce.crime("crime-" + years, DAY)
                    .setCommittedFrom(committed)
                    .setReportedAt(SmallForce.on(DAY))
                    .setPlaceType(PlaceType.STREET)
                    .setVictim(Victim.newBuilder()
                            .setKind(VictimKind.PERSON)
                            .setSex(Characteristic.newBuilder()
                                    .setStatus(CharacteristicStatus.VALUE)
                                    .setValue("female")
                                    .build())
                            .build())
                    .build());
        }
        force.goTo(DAY.plusDays(1));
        assertThat(recorded("")).isEqualTo(2);
        assertThat(force.total("public_space_offences", "recorded", "28d").numerator())
                .isEqualTo(1);
    }

    /** Ten crimes against one victim, all with outcome 16, and one crime against each of ten others. */
    @Test
    @Tag("pitfall-24")
    void a_victim_of_many_crimes_is_one_victim() {
        for (int i = 0; i < 10; i++) {
            force.tell(SmallForce.crime("hers-" + i, DAY.plusDays(i))
                    .setVictim(victim("one"))
                    .build());
            force.tell(SmallForce.outcome("hers-" + i, "16", DAY.plusDays(i)).build());
            force.tell(SmallForce.crime("other-" + i, DAY)
                    .setVictim(victim("other-" + i))
                    .build());
        }
        force.goTo(DAY.plusDays(120));
        assertThat(force.total("victim_attrition", "settled_90d", "365d")).isEqualTo(new Value(10, 20));
        assertThat(force.total("victim_attrition_victims", "settled_90d", "365d"))
                .isEqualTo(new Value(1, 11));
    }

    /** Of one victim a rape ends with outcome 16, and a harassment does not: she is in either theme, and once in all. */
    @Test
    @Tag("pitfall-24")
    void a_victim_in_two_themes_counts_in_both_and_once_in_all() {
        force.tell(SmallForce.crime("rape", DAY).setVictim(victim("one")).build());
        force.tell(SmallForce.outcome("rape", "16", DAY).build());
        force.tell(SmallForce.crime("harassment", DAY)
                .setOffenceCode("8L")
                .setVictim(victim("one"))
                .build());
        force.goTo(DAY.plusDays(91));
        for (String slice : List.of("", "theme=rape")) {
            assertThat(force.value("victim_attrition_victims", "settled_90d", "365d", slice))
                    .as(slice)
                    .isEqualTo(new Value(1, 1));
        }
        assertThat(force.value("victim_attrition_victims", "settled_90d", "365d", "theme=stalking_harassment"))
                .isEqualTo(new Value(0, 1));
        assertThat(force.total("victim_attrition", "settled_90d", "365d")).isEqualTo(new Value(1, 2));
    }

    private static Victim victim(String pseudonym) {
        return Victim.newBuilder()
                .setKind(VictimKind.PERSON)
                .setPersonId(pseudonym)
                .build();
    }

    @Test
    @Tag("pitfall-25")
    void a_unit_of_before_the_new_areas_counts_in_the_area_that_it_became() {
        force.tell(SmallForce.crime("before", DAY).setLpa("birmingham-east").build());
        force.tell(SmallForce.crime("after", DAY).setLpa("birmingham").build());
        force.goTo(DAY.plusDays(1));
        assertThat(recorded("lpa=birmingham;theme=rape")).isEqualTo(2);
    }

    private static Measure measure(String slug) {
        Optional<Measure> found = ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().equals(slug))
                .findFirst();
        assertThat(found).as(slug).isPresent();
        return found.orElseThrow();
    }
}
