package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.cases.CountedField.field;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;

class OrderHistoryTest {
    private static final CountedField UNIT = field(EventStream.PROTECTIVE_ORDER, "lpa");
    private static final CountedField ABUSE_ACT = field(EventStream.PROTECTIVE_ORDER, "abuseAct");

    private static final int NOTICE_AT = VersionKind.ORDER.date("noticeAt");
    private static final int HEARD_AT = VersionKind.ORDER.date("heardAt");
    private static final int GRANTED_AT = VersionKind.ORDER.date("grantedAt");

    private final Catalogue catalogue = ShippedCatalogue.get();

    @ParameterizedTest(name = "a notice of {0} heard on {1}: {2}")
    @CsvSource({
        "2026-11-17T10:00, 2026-11-19T10:00, 1 of 1",
        "2026-11-17T10:00, 2026-11-19T10:01, 0 of 1",
        "2026-11-20T20:00, 2026-11-23T20:00, 1 of 1",
        "2026-11-20T20:00, 2026-11-23T20:01, 0 of 1",
        "2028-12-30T20:00, 2028-12-30T21:00, 0 of 0"
    })
    void a_hearing_is_in_time_within48_hours_that_count(LocalDateTime notice, LocalDateTime heard, String told) {
        RecordVersion order = order(OrderKind.DVPO, "coventry");
        order.at(NOTICE_AT, millis(notice));
        order.at(HEARD_AT, millis(heard));
        assertThat(contributed(order, "dvpo_within_48h", "")).isEqualTo(told);
        assertThat(contributed(order, "dvpo_within_48h", "lpa=coventry;theme=domestic_abuse"))
                .isEqualTo(told);
    }

    @Test
    void an_order_that_was_heard_is_not_granted_until_it_is() {
        RecordVersion order = order(OrderKind.DVPO, "birmingham-west");
        order.at(HEARD_AT, millis(LocalDateTime.parse("2026-11-19T10:00")));
        assertThat(contributed(
                        order,
                        "domestic_violence_orders",
                        "instrument=not_granted;lpa=birmingham;theme=domestic_abuse"))
                .isEqualTo("1 of 0");
        order.at(GRANTED_AT, order.at(HEARD_AT));
        assertThat(contributed(order, "domestic_violence_orders", "instrument=not_granted"))
                .isEqualTo("0 of 0");
        assertThat(contributed(
                        order, "domestic_violence_orders", "instrument=order;lpa=birmingham;theme=domestic_abuse"))
                .isEqualTo("1 of 0");
    }

    @Test
    void without_an_area_it_counts_under_unknown_and_in_no_other_theme() {
        RecordVersion notice = order(OrderKind.DVPN, null);
        notice.at(GRANTED_AT, millis(LocalDateTime.parse("2026-11-19T10:00")));
        assertThat(contributed(
                        notice, "domestic_violence_orders", "instrument=notice;lpa=unknown;theme=domestic_abuse"))
                .isEqualTo("1 of 0");
        assertThat(contributed(
                        notice, "domestic_violence_orders", "instrument=notice;lpa=coventry;theme=domestic_abuse"))
                .isEqualTo("0 of 0");
        assertThat(contributed(notice, "da_rate", "")).isEqualTo("0 of 0");
    }

    /** A DAPO that follows a DAPN is heard within the same 48 hours, and is counted beside orders of the Act of 2010, not among them. */
    @Test
    void notices_and_orders_of_the_act_of2021_are_told_apart_and_have_the_same_deadline() {
        RecordVersion order = order(OrderKind.DVPO, "coventry");
        ABUSE_ACT.setIn(order, 1);
        order.at(NOTICE_AT, millis(LocalDateTime.parse("2026-11-17T10:00")));
        order.at(HEARD_AT, millis(LocalDateTime.parse("2026-11-19T10:00")));
        assertThat(contributed(order, "domestic_violence_orders", "instrument=dapo_not_granted"))
                .isEqualTo("1 of 0");
        order.at(GRANTED_AT, order.at(HEARD_AT));
        assertThat(contributed(order, "domestic_violence_orders", "instrument=dapo"))
                .isEqualTo("1 of 0");
        assertThat(contributed(order, "domestic_violence_orders", "instrument=order"))
                .isEqualTo("0 of 0");
        assertThat(contributed(order, "domestic_violence_rate", "instrument=dapo"))
                .isEqualTo("1 of 0");
        assertThat(contributed(order, "dvpo_within_48h", "")).isEqualTo("1 of 1");

        RecordVersion notice = order(OrderKind.DVPN, "coventry");
        ABUSE_ACT.setIn(notice, 1);
        notice.at(GRANTED_AT, order.at(NOTICE_AT));
        assertThat(contributed(notice, "domestic_violence_orders", "instrument=dapn"))
                .isEqualTo("1 of 0");
        assertThat(contributed(notice, "domestic_violence_orders", "instrument=notice"))
                .isEqualTo("0 of 0");
    }

    /** Made on conviction or by a family court: there was no notice, and the 48 hours are none of it. */
    @Test
    void an_order_of_the_act_of2021_without_a_notice_has_no_deadline() {
        RecordVersion order = order(OrderKind.DVPO, "coventry");
        ABUSE_ACT.setIn(order, 1);
        order.at(HEARD_AT, millis(LocalDateTime.parse("2026-11-19T10:00")));
        order.at(GRANTED_AT, order.at(HEARD_AT));
        assertThat(contributed(order, "dvpo_within_48h", "")).isEqualTo("0 of 0");
        assertThat(contributed(order, "domestic_violence_orders", "instrument=dapo"))
                .isEqualTo("1 of 0");
    }

    /** What an order adds to a slice of a measure: numerator of denominator. */
    private String contributed(RecordVersion order, String kpi, String slice) {
        VersionLog<RecordVersion> log =
                VersionLog.<RecordVersion>of(VersionKind.ORDER).with(order);
        int numerator = 0;
        int denominator = 0;
        for (Contribution contribution :
                new OrderHistory(log, catalogue).knownAt(Long.MAX_VALUE).own()) {
            ContributionTable table = catalogue.contributionType(contribution.contributionType());
            for (int bit = 0; bit < table.size(); bit++) {
                Column column = table.column(bit);
                if (column.measure().slug().equals(kpi)
                        && slices(column, contribution).contains(slice)) {
                    numerator += isSet(contribution.numerator(), bit);
                    denominator += isSet(contribution.denominator(), bit);
                }
            }
        }
        return numerator + " of " + denominator;
    }

    private static List<String> slices(Column column, Contribution contribution) {
        int[] rows = new int[column.rows().size()];
        int count = column.rows().of(contribution.dimensionKey(), rows);
        List<String> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(Slice.of(column.dimensions(rows[i])));
        }
        return slices;
    }

    private static int isSet(long[] words, int bit) {
        return (int) (words[bit / Long.SIZE] >>> bit % Long.SIZE & 1);
    }

    private static RecordVersion order(OrderKind kind, String unit) {
        RecordVersion order = new RecordVersion(VersionKind.ORDER);
        order.kind = (byte) kind.ordinal();
        order.version = 1;
        UNIT.setIn(order, UnitCode.in("west-midlands", UnitCode.of(unit)));
        return order;
    }

    private static long millis(LocalDateTime london) {
        return london.atZone(LondonDays.ZONE).toInstant().toEpochMilli();
    }
}
