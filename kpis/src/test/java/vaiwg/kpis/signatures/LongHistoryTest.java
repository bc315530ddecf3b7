package vaiwg.kpis.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;

/** What an event of a case with very many versions costs, in bytes allocated: every evaluation of a case allocates its facts. */
class LongHistoryTest {
    private static final long RECORDED = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000L;
    private static final int WARM = 50;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Catalogue catalogue = Catalogue.shipped();
    private final SubjectPostings postings = new SubjectPostings(catalogue);
    private final PersonNotices notices = new PersonNotices(catalogue);

    @Test
    void anEventOfACaseWithAThousandVersionsCostsAtMostTenOrdinaryOnes() {
        assertThat(costOfAThousandth(CrimeVersion.ACTIVE)).isLessThanOrEqualTo(10);
    }

    @Test
    void anEventOfARemovedCrimeWithAThousandVersionsCostsAtMostTenOrdinaryOnes() {
        assertThat(costOfAThousandth(CrimeVersion.CANCELLED)).isLessThanOrEqualTo(10);
    }

    /** In events of an ordinary case of two versions. */
    private double costOfAThousandth(byte status) {
        CaseState ordinary = new CaseState().with(crime(1, status)).with(charged());
        for (int i = 0; i < WARM; i++) {
            cost(ordinary, crime(2, status));
        }
        CaseState full = ordinary;
        for (int number = 2; number < Versions.MOST; number++) {
            full = full.with(crime(number, status));
        }
        assertThat(full.crimes).hasSize(Versions.MOST - 1);
        return (double) cost(full, crime(Versions.MOST, status)) / cost(ordinary, crime(2, status));
    }

    private long cost(CaseState before, CrimeVersion event) {
        long began = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        CaseState after = before.with(event);
        postings.of(before, after, event.admittedAt);
        notices.of("c1", before, after);
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - began;
    }

    /** Of a rape with a victim and a suspect; every other version says something of no consequence to persons. */
    private static CrimeVersion crime(int number, byte status) {
        CrimeVersion crime = new CrimeVersion();
        crime.version = number;
        crime.status = status;
        crime.changedAt = RECORDED + number * MINUTE;
        crime.admittedAt = crime.changedAt;
        crime.eventLow = number;
        crime.recordedAt = RECORDED;
        crime.reportedAt = RECORDED;
        crime.offence = PackedCode.pack("19C");
        crime.victimKind = CrimeVersion.PERSON;
        crime.victim = 7;
        crime.suspectPersons = new long[] {8};
        crime.enhancedRights = number % 2 == 0;
        return crime;
    }

    private static OutcomeVersion charged() {
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.version = 1;
        outcome.changedAt = RECORDED + MINUTE;
        outcome.admittedAt = outcome.changedAt;
        outcome.type = PackedCode.pack("1");
        outcome.assignedAt = RECORDED;
        return outcome;
    }
}
