package vaiwg.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.reconcile.Difference.Kind;
import vaiwg.jobs.reconcile.Difference.Origin;
import vaiwg.jobs.store.SeriesName;
import vaiwg.schemas.EventStream;

class DifferenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 9);
    private static final SeriesName SERIES =
            new SeriesName("recorded_offences", "recorded", "28d", "theme=rape", "0123456789ab", false);

    @Test
    void a_value_is_said_by_its_name_and_with_the_record_that_parts_it() {
        Suspect suspect = new Suspect(Suspect.How.TWICE, EventStream.CRIME_RECORDING, 2, 10_442, 1);

        assertThat(of(Kind.CHANGED, Origin.PUBLISHED, "kpi_value_pack", "numerator +1, denominator +0")
                        .with(Optional.of(suspect))
                        .inWords())
                .isEqualTo(
                        "2026-07-09 west-midlands recorded_offences recorded 28d theme=rape: is otherwise in the table"
                                + " than in the log (numerator +1, denominator +0); it was published so; crime-recording,"
                                + " partition 2, offset 10442 is in what was published once more than in the log.");
    }

    @Test
    void a_row_of_another_table_is_said_with_the_table() {
        assertThat(of(Kind.LOST, Origin.SINCE, "kpi_limit_row", "").inWords())
                .isEqualTo(
                        "2026-07-09 west-midlands kpi_limit_row of recorded_offences recorded 28d theme=rape: is in the"
                                + " log, and not in the table; it was published as the log says, and the table was changed"
                                + " since.");
    }

    @Test
    void one_of_several_records_says_of_how_many() {
        Suspect suspect = new Suspect(Suspect.How.LEFT_OUT, EventStream.OUTCOME, 0, 5, 3);

        assertThat(suspect.inWords())
                .isEqualTo(
                        "outcome, partition 0, offset 5, or one of 2 others like it is in the log, and not in what was"
                                + " published");
    }

    @Test
    void where_a_record_of_conduct_lies_is_told_to_nobody() {
        Suspect ofCrime = new Suspect(Suspect.How.TWICE, EventStream.CRIME_RECORDING, 2, 10_442, 1);
        Suspect ofConduct = new Suspect(Suspect.How.TWICE, EventStream.CONDUCT, 2, 10_442, 1);
        SeriesName restricted = new SeriesName("conduct_matters", "recorded", "28d", "", "0123456789ab", true);
        Difference open = of(Kind.CHANGED, Origin.PUBLISHED, "kpi_value_pack", "");
        Difference closed = new Difference(
                open.kind(),
                open.origin(),
                open.table(),
                open.force(),
                Optional.of(restricted),
                DAY,
                "",
                Optional.empty());

        assertThat(closed.with(Optional.of(ofCrime)).inWords()).doesNotContain("10442", "partition");
        assertThat(open.with(Optional.of(ofConduct)).inWords()).doesNotContain("10442", "partition");
        assertThat(open.with(Optional.of(ofCrime)).suspect()).contains(ofCrime);
    }

    private static Difference of(Kind kind, Origin origin, String table, String how) {
        return new Difference(kind, origin, table, "west-midlands", Optional.of(SERIES), DAY, how, Optional.empty());
    }
}
