package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/** Until when each kind of protection order is in force. */
class OrdersInForceTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);

    private final SmallForce force = new SmallForce();

    @Test
    void an_order_of_the_act_of2010_without_an_end_is_over_after_28_days() {
        tell(order("order", null).setEndsAt(null));
        tell(order("fourteen-days", null).setEndsAt(SmallForce.on(DAY.plusDays(13))));
        assertThat(inForce("dvpo", 1)).isEqualTo(2);
        assertThat(inForce("dvpo", 13)).isEqualTo(2);
        assertThat(inForce("dvpo", 14)).isEqualTo(1);
        assertThat(inForce("dvpo", 27)).isEqualTo(1);
        assertThat(inForce("dvpo", 28)).isZero();
    }

    @Test
    void an_order_of_the_act_of2021_is_in_force_until_its_end_and_without_one_for_good() {
        tell(order("further-order", true));
        tell(order("half-a-year", true).setEndsAt(SmallForce.on(DAY.plusDays(180))));
        tell(order("never-granted", true).setGrantedAt(null));
        tell(order("notice", true).setKind(OrderKind.DVPN));
        assertThat(inForce("dapo", 180)).isEqualTo(2);
        assertThat(inForce("dvpo", 180)).isZero();
        assertThat(inForce("dapo", 181)).isEqualTo(1);
        assertThat(inForce("dapo", 2_000)).isEqualTo(1);
    }

    @Test
    void a_stalking_protection_order_is_in_force_from_the_full_order_to_its_end() {
        tell(StalkingStep.FULL_ORDER_GRANTED, 1, DAY);
        tell(StalkingStep.ORDER_ENDED, 2, DAY.plusDays(100));
        assertThat(inForce("spo", 100)).isEqualTo(1);
        assertThat(inForce("spo", 101)).isZero();
    }

    private int inForce(String order, int days) {
        force.goTo(DAY.plusDays(days));
        return force.value("orders_in_force", "stock", "all", "order_in_force=" + order)
                .numerator();
    }

    private void tell(ProtectiveOrder.Builder order) {
        force.tell(EventStream.PROTECTIVE_ORDER, order.getOrderId(), order.build());
    }

    private static ProtectiveOrder.Builder order(String id, Boolean abuseAct) {
        return ProtectiveOrder.newBuilder(SmallForce.begun(new ProtectiveOrder(), id, DAY))
                .setOrderId(id)
                .setKind(OrderKind.DVPO)
                .setAbuseAct(abuseAct)
                .setGrantedAt(SmallForce.on(DAY));
    }

    private void tell(StalkingStep step, int version, LocalDate at) {
        Stalking event = Stalking.newBuilder(SmallForce.begun(new Stalking(), "perpetrator" + version, at))
                .setPerpetratorId("perpetrator")
                .setVersion(version)
                .setStep(step)
                .setAt(SmallForce.on(at))
                .build();
        force.tell(EventStream.STALKING, "perpetrator", event);
    }
}
