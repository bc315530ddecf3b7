package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Survey;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** What records say of demand, of suspects and of support, and of which records that is asked. */
class DemandAndSuspectsTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    private static final List<String> ABUSE = List.of("DOMESTIC_ABUSE");

    private final SmallForce force = new SmallForce();

    @Test
    void a_call_counts_whether_it_became_a_crime_or_an_incident_where_incidents_are_sent() {
        force.tell(call("crime", 20).setIncidentOnly(false).build());
        force.tell(
                call("incident", 40).setOffenceCode(null).setIncidentOnly(true).build());
        force.tell(call("of-a-force-that-sends-no-incidents", 20).build());
        force.tell(
                call("online", 20).setIncidentOnly(false).setChannel("ONLINE").build());
        force.goTo(DAY.plusDays(2));
        assertThat(demand("young_callers")).isEqualTo(new Value(1, 2));
        assertThat(force.total("recorded_offences", "recorded", "28d").numerator())
                .as("an incident is no crime")
                .isEqualTo(3);
    }

    @Test
    void a_report_is_the_first_one_where_the_record_says_so_and_not_where_it_is_silent() {
        force.tell(call("first", 30).setReportedBefore(false).build());
        force.tell(call("again", 30).setReportedBefore(true).build());
        force.tell(call("silent", 30).build());
        force.goTo(DAY.plusDays(2));
        assertThat(demand("first_report")).isEqualTo(new Value(1, 2));
    }

    @Test
    void a_suspect_who_was_looked_up_and_is_under_nothing_is_in_the_whole_of_those_under_control() {
        List<Suspect> named = List.of(new Suspect("suspect", "EX_INTIMATE", false));
        force.tell(underControl("bail", false, true).setSuspects(named).build());
        force.tell(underControl("order-and-bail", true, true).setSuspects(named).build());
        force.tell(underControl("none", false, false).setSuspects(named).build());
        force.tell(underControl("nobody-named", true, true).build());
        force.tell(SmallForce.crime("not-looked-up", DAY).setSuspects(named).build());
        force.goTo(DAY.plusDays(2));
        assertThat(suspects("controlled")).isEqualTo(new Value(2, 3));
        assertThat(suspects("under_order")).isEqualTo(new Value(1, 3));
        assertThat(suspects("on_bail")).isEqualTo(new Value(2, 3));
        assertThat(suspects("partner")).as("which is asked of stalking alone").isEqualTo(new Value(0, 0));
    }

    @Test
    void support_at_court_is_asked_of_charged_cases_and_support_before_of_all() {
        for (String type : List.of("1", "15")) {
            force.tell(SmallForce.crime("ended-" + type, DAY).build());
            Outcome outcome = SmallForce.outcome("ended-" + type, type, DAY.plusDays(5))
                    .setSupportedInvestigation(true)
                    .setSupportedAtCourt(true)
                    .build();
            force.tell(outcome);
        }
        force.goTo(DAY.plusDays(7));
        assertThat(force.value("support_by_stage", "assigned", "365d", "support_stage=investigation"))
                .isEqualTo(new Value(2, 2));
        assertThat(force.value("support_by_stage", "assigned", "365d", "support_stage=court"))
                .isEqualTo(new Value(1, 1));
    }

    @Test
    void an_answer_is_told_apart_by_when_the_victim_called_and_not_by_when_it_came() {
        force.tell(SmallForce.crime("crime", DAY)
                .setReportedAt(SmallForce.on(DAY).minus(Duration.ofHours(16)))
                .build());
        force.tell(SmallForce.contact("crime", "survey", ContactKind.SURVEY, DAY.plusDays(1))
                .setChangedAt(SmallForce.on(DAY.plusDays(3)))
                .setSurvey(new Survey(SmallForce.on(DAY.plusDays(3)), true, false, null))
                .build());
        force.goTo(DAY.plusDays(5));
        assertThat(satisfied("day=sunday")).isEqualTo(new Value(1, 1));
        assertThat(satisfied("time=evening")).isEqualTo(new Value(1, 1));
        assertThat(satisfied("day=thursday")).isEqualTo(new Value(0, 0));
    }

    private Value satisfied(String slice) {
        return force.value("survey_satisfied", "recorded", "90d", slice);
    }

    private Value demand(String of) {
        return force.value("demand_profile", "recorded", "365d", "demand=" + of);
    }

    private Value suspects(String of) {
        return force.value("suspect_profile", "recorded", "365d", "suspect=" + of);
    }

    private static CrimeRecording.Builder underControl(String reference, boolean order, boolean bail) {
        return SmallForce.crime(reference, DAY)
                .setSuspectUnderOrder(order)
                .setSuspectOnBail(bail)
                .setSuspectSupervised(false);
    }

    /** A call about domestic abuse. */
    private static CrimeRecording.Builder call(String reference, int age) {
        return SmallForce.crime(reference, DAY)
                .setOffenceCode("8N")
                .setFlags(ABUSE)
                .setChannel("999")
                .setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setAgeAtOffence(age)
                        .build());
    }
}
