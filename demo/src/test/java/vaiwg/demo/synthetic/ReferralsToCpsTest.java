package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.Outcome;

/** Which cases of some months are ever referred to the CPS, and for how long they are there. */
class ReferralsToCpsTest {
    private static final int DAYS = 120;

    private static final List<Case> CASES = new ArrayList<>();

    /** @param submissions each as it stands in the end, in their order */
    private record Case(CaseFile file, List<CpsReferral> submissions, List<Outcome> outcomes) {
        boolean isReferred() {
            return !submissions.isEmpty();
        }

        boolean isRape() {
            return file.plan().group() == OffenceGroup.RAPE;
        }

        boolean isCharged() {
            return outcomes.stream()
                    .map(Outcome::getOutcomeType)
                    .anyMatch(type -> "1".equals(type) || "1A".equals(type));
        }

        double daysToDecision() {
            Instant decidedAt = submissions.get(submissions.size() - 1).getDecidedAt();
            Duration all = Duration.between(submissions.get(0).getSubmittedAt(), decidedAt);
            return (double) all.toMinutes() / Duration.ofDays(1).toMinutes();
        }
    }

    @BeforeAll
    static void generate() {
        ForceCrimes.ofDays(DAYS, simulated -> CASES.add(of(simulated)));
    }

    @AfterAll
    static void forget() {
        CASES.clear();
    }

    private static Case of(SimulatedCase simulated) {
        Map<String, CpsReferral> submissions = new LinkedHashMap<>();
        simulated.versions(CpsReferral.class).forEach(version -> submissions.put(version.getSubmissionId(), version));
        return new Case(
                simulated.file(),
                List.copyOf(submissions.values()),
                simulated.versions(Outcome.class).toList());
    }

    private static List<Case> referred(Predicate<Case> which) {
        return CASES.stream().filter(Case::isReferred).filter(which).toList();
    }

    /** 69,481 to 6,303 in the year to June 2023. */
    @Test
    void domestic_abuse_is_referred_most_about_eleven_times_as_often_as_rape() {
        int domestic = referred(one -> one.file().domestic()).size();
        int rape = referred(Case::isRape).size();
        assertThat((double) domestic / rape).isCloseTo(11, within(3.0));
        int others = referred(one -> !one.file().domestic() && !one.isRape()).size();
        assertThat(others).isBetween(rape, domestic / 3);
    }

    @Test
    void every_charge_of_rape_was_referred_and_most_of_domestic_abuse() {
        List<Case> charged = CASES.stream()
                .filter(Case::isCharged)
                .filter(one -> !one.file().outcomeFirst())
                .toList();
        assertThat(charged.stream().filter(Case::isRape)).isNotEmpty().allMatch(Case::isReferred);
        double domestic = charged.stream()
                .filter(one -> one.file().plan().group() == OffenceGroup.DOMESTIC)
                .mapToInt(one -> one.isReferred() ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(domestic).isCloseTo(0.75, within(0.04));
    }

    /** 76.5 % of domestic abuse in the year to March 2023. */
    @Test
    void about_three_quarters_of_domestic_abuse_and_half_of_rape_are_charged_of_those_referred() {
        assertThat(charged(referred(one -> one.file().domestic()))).isCloseTo(0.765, within(0.06));
        assertThat(charged(referred(Case::isRape))).isCloseTo(0.55, within(0.12));
    }

    private static double charged(List<Case> cases) {
        return cases.stream().mapToInt(one -> one.isCharged() ? 1 : 0).average().orElseThrow();
    }

    @Test
    void rape_is_with_the_prosecutors_for_weeks_and_domestic_abuse_for_days() {
        assertThat(days(referred(Case::isRape))).isBetween(40.0, 75.0);
        assertThat(days(referred(one -> one.file().domestic() && !one.isRape())))
                .isBetween(5.0, 16.0);
    }

    private static double days(List<Case> cases) {
        return cases.stream().mapToDouble(Case::daysToDecision).average().orElseThrow();
    }

    @Test
    void a_submission_is_allocated_answered_and_followed_in_this_order() {
        for (Case one : referred(any -> true)) {
            Instant before = Instant.ofEpochMilli(one.file().incident().recordedAt());
            for (CpsReferral submission : one.submissions()) {
                boolean decided = submission.getDecidedAt() != null;
                assertThat(submission.getReturnedAt() == null).isEqualTo(decided);
                Instant answeredAt = decided ? submission.getDecidedAt() : submission.getReturnedAt();
                assertThat(submission.getSubmittedAt()).isAfterOrEqualTo(before).isBeforeOrEqualTo(answeredAt);
                if (submission.getAllocatedAt() != null) {
                    assertThat(submission.getAllocatedAt()).isBetween(submission.getSubmittedAt(), answeredAt);
                }
                before = decided ? answeredAt : submission.getResubmittedAt();
            }
            assertThat(one.outcomes()).extracting(Outcome::getAssignedAt).contains(before);
        }
    }
}
