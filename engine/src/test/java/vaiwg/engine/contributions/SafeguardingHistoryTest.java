package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.cases.CountedField.field;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SafeguardingKind;

class SafeguardingHistoryTest {
    private static final CountedField RIGHT_TO_ASK = field(EventStream.SAFEGUARDING, "rightToAsk");
    private static final int REFERRED_AT = VersionKind.SAFEGUARDING.date("referredAt");
    private static final int HEARD_AT = VersionKind.SAFEGUARDING.date("heardAt");

    private final Catalogue catalogue = ShippedCatalogue.get();

    /** Days of London count, not hours: the night of 25 October 2026 has one more. */
    @ParameterizedTest(name = "a disclosure of {0} made on {1}: {2}")
    @CsvSource({
        "2026-10-01T23:00, 2026-10-29T00:30, 1 of 1",
        "2026-10-01T00:30, 2026-10-29T23:00, 1 of 1",
        "2026-10-01T23:00, 2026-10-30T00:30, 0 of 1"
    })
    void a_disclosure_is_made_in_time_on_the_twenty_eighth_day(LocalDateTime asked, LocalDateTime made, String told) {
        RecordVersion disclosure = disclosure(asked);
        assertThat(contributed(disclosure, "disclosures_within_28d", "")).isEqualTo("0 of 0");
        disclosure.at(HEARD_AT, millis(made));
        assertThat(contributed(disclosure, "disclosures_within_28d", "")).isEqualTo(told);
    }

    @Test
    void the_right_to_ask_and_the_right_to_know_are_told_apart_where_the_record_says_it() {
        RecordVersion disclosure = disclosure(LocalDateTime.parse("2026-10-01T10:00"));
        assertThat(isCounted(disclosure, "asked")).isTrue();
        assertThat(isCounted(disclosure, "right_to_ask")).isFalse();
        assertThat(isCounted(disclosure, "right_to_know")).isFalse();
        RIGHT_TO_ASK.setIn(disclosure, 1);
        assertThat(isCounted(disclosure, "right_to_ask")).isTrue();
        assertThat(isCounted(disclosure, "right_to_know")).isFalse();
        RIGHT_TO_ASK.setIn(disclosure, 0);
        assertThat(isCounted(disclosure, "asked")).isTrue();
        assertThat(isCounted(disclosure, "right_to_ask")).isFalse();
        assertThat(isCounted(disclosure, "right_to_know")).isTrue();
        disclosure.kind = (byte) SafeguardingKind.MARAC.ordinal();
        disclosure.at(HEARD_AT, disclosure.at(REFERRED_AT));
        assertThat(isCounted(disclosure, "right_to_know")).as("of a conference").isFalse();
    }

    private boolean isCounted(RecordVersion record, String disclosure) {
        return !contributed(record, "disclosures", "disclosure=" + disclosure).equals("0 of 0");
    }

    /** What a case adds to a slice of a measure: numerator of denominator. */
    private String contributed(RecordVersion record, String kpi, String slice) {
        VersionLog<RecordVersion> log =
                VersionLog.<RecordVersion>of(VersionKind.SAFEGUARDING).with(record);
        int numerator = 0;
        int denominator = 0;
        for (Contribution contribution :
                new SafeguardingHistory(log, catalogue).knownAt(Long.MAX_VALUE).own()) {
            ContributionTable table = catalogue.contributionType(contribution.contributionType());
            for (int bit = 0; bit < table.size(); bit++) {
                Column column = table.column(bit);
                if (column.measure().slug().equals(kpi) && isOf(column, contribution, slice)) {
                    numerator += isSet(contribution.numerator(), bit);
                    denominator += isSet(contribution.denominator(), bit);
                }
            }
        }
        return numerator + " of " + denominator;
    }

    private static boolean isOf(Column column, Contribution contribution, String slice) {
        int[] rows = new int[column.rows().size()];
        int count = column.rows().of(contribution.dimensionKey(), rows);
        for (int i = 0; i < count; i++) {
            if (Slice.of(column.dimensions(rows[i])).equals(slice)) {
                return true;
            }
        }
        return false;
    }

    private static int isSet(long[] words, int bit) {
        return (int) (words[bit / Long.SIZE] >>> bit % Long.SIZE & 1);
    }

    private static RecordVersion disclosure(LocalDateTime asked) {
        RecordVersion disclosure = new RecordVersion(VersionKind.SAFEGUARDING);
        disclosure.kind = (byte) SafeguardingKind.DISCLOSURE.ordinal();
        disclosure.version = 1;
        disclosure.at(REFERRED_AT, millis(asked));
        return disclosure;
    }

    private static long millis(LocalDateTime london) {
        return london.atZone(LondonDays.ZONE).toInstant().toEpochMilli();
    }
}
