package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.VictimContact;

/** What audits say of referrals to support, beside the case's own records of them. */
class AuditedReferralsTest {
    private static final int YEAR = 2025;
    private static final WorkingDays WORKING_DAYS = CodeMaps.shipped().workingDays();

    private static final Map<String, Instant> REPORTED = new HashMap<>();
    private static final Map<String, Instant> REFERRED = new HashMap<>();
    private static final Map<String, AuditAnswer> FOUND = new HashMap<>();

    @BeforeAll
    static void play() {
        LocalDate first = LocalDate.of(YEAR, 1, 1);
        SyntheticForce.westMidlands(5, first, first.plusYears(1)).play(record -> {
            if (record.value() instanceof CrimeRecording crime) {
                REPORTED.put(crime.getCrimeReference(), crime.getReportedAt());
            } else if (record.value() instanceof VictimContact contact && contact.getKind() == ContactKind.REFERRAL) {
                REFERRED.put(contact.getCrimeReference(), contact.getAt());
            } else if (record.value() instanceof VictimContact contact && contact.getAudit() != null) {
                FOUND.put(contact.getCrimeReference(), contact.getAudit().getReferredInTime());
            }
        });
        FOUND.keySet().retainAll(REPORTED.keySet());
    }

    @Test
    void answers_have_the_shares_of_the_paper() {
        assertThat(FOUND).hasSizeGreaterThan(500);
        for (AuditAnswer answer : AuditAnswer.values()) {
            double share = (double) found(answer).size() / FOUND.size();
            assertThat(share)
                    .as("%s", answer)
                    .isCloseTo(Figures.choice("referral").share(answer.name()), within(0.04));
        }
    }

    @Test
    void nearly_all_that_an_audit_found_in_time_is_on_record() {
        assertThat(logged(AuditAnswer.YES)).isBetween(0.88, 0.95);
        assertThat(logged(AuditAnswer.NO)).isLessThan(0.1);
    }

    /** The share of cases with this answer in which a referral within two working days of the report is on record. */
    private static double logged(AuditAnswer answer) {
        return found(answer).stream()
                .mapToInt(reference -> isReferredInTime(reference) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean isReferredInTime(String reference) {
        OptionalInt deadline = WORKING_DAYS.deadline(day(REPORTED.get(reference)), 2);
        return REFERRED.containsKey(reference) && WorkingDays.isInTime(day(REFERRED.get(reference)), deadline);
    }

    private static int day(Instant instant) {
        return LondonDays.dayOf(instant.toEpochMilli());
    }

    private static List<String> found(AuditAnswer answer) {
        return FOUND.keySet().stream()
                .filter(reference -> FOUND.get(reference) == answer)
                .toList();
    }
}
