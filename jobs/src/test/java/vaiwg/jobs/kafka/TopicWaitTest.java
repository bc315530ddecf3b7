package vaiwg.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A topic that a broker does not know yet, a moment after it was made, is waited for. */
@Timeout(60)
class TopicWaitTest {
    private static final KafkaFuture<ListOffsetsResultInfo> UNKNOWN =
            failed(new UnknownTopicOrPartitionException("not told of it yet"));

    private int asked;

    @Test
    void a_topic_that_is_unknown_twice_is_asked_for_until_all_its_leaders_answer() throws Exception {
        Admin admin = answering(partition -> asked <= 2 && partition.partition() == 1 ? UNKNOWN : first(0));

        new TopicWait(admin).until("made", 2);

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void a_topic_that_stays_unknown_is_not_waited_for_without_end() {
        Admin admin = answering(partition -> UNKNOWN);

        assertThatThrownBy(() -> new TopicWait(admin, Duration.ofMillis(1)).until("made", 1))
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        assertThat(asked).isPositive();
    }

    @Test
    void what_waiting_does_not_mend_is_told_at_once() {
        Admin admin = answering(partition -> failed(new TopicAuthorizationException("made")));

        assertThatThrownBy(() -> new TopicWait(admin).until("made", 1))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(asked).isOne();
    }

    /** As with two brokers, of which the one describes what the other does not know yet. */
    @Test
    void a_topic_of_which_a_leader_does_not_know_yet_has_no_beginning() throws Exception {
        Admin admin = answering(partition -> partition.equals(new TopicPartition("made", 1)) ? UNKNOWN : first(5));

        assertThat(TopicReport.begins(admin, Map.of("made", described("made"), "old", described("old"))))
                .isEqualTo(Map.of("old", 5L));
    }

    private Admin answering(Function<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answer) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("listOffsets");
                    asked++;
                    Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answers = new HashMap<>();
                    for (Object partition : ((Map<?, ?>) arguments[0]).keySet()) {
                        answers.put((TopicPartition) partition, answer.apply((TopicPartition) partition));
                    }
                    return new ListOffsetsResult(answers);
                });
    }

    private static KafkaFuture<ListOffsetsResultInfo> first(long offset) {
        return KafkaFuture.completedFuture(new ListOffsetsResultInfo(offset, -1, Optional.empty()));
    }

    private static KafkaFuture<ListOffsetsResultInfo> failed(RuntimeException answer) {
        KafkaFutureImpl<ListOffsetsResultInfo> future = new KafkaFutureImpl<>();
        future.completeExceptionally(answer);
        return future;
    }

    private static TopicDescription described(String name) {
        Node broker = new Node(1, "broker", 9092);
        return new TopicDescription(
                name,
                false,
                List.of(
                        new TopicPartitionInfo(0, broker, List.of(broker), List.of(broker)),
                        new TopicPartitionInfo(1, broker, List.of(broker), List.of(broker))));
    }
}
