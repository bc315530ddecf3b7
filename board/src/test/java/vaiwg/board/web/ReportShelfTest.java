package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.board.Tier;
import vaiwg.board.report.ReportRequest;

@Timeout(60)
class ReportShelfTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 26);
    private static final int FORCES = 9;

    private final Map<ReportRequest, Integer> made = new ConcurrentHashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final ReportShelf<String> shelf = new ReportShelf<>(this::make);
    private LocalDate slow = LocalDate.EPOCH;

    @AfterEach
    void close() {
        held.countDown();
        readers.shutdownNow();
        shelf.close();
    }

    @Test
    void the_newest_of_nine_forces_are_made_once_however_often_and_in_which_order_they_are_asked_for()
            throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int force = 0; force < FORCES; force++) {
                shelf.prepare(request(force, NEWEST), true);
                shelf.get(request(force, NEWEST), true);
            }
        }
        assertThat(made)
                .hasSize(FORCES)
                .allSatisfy((request, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void other_days_push_out_none_of_the_newest_and_of_them_the_last_are_kept() throws Exception {
        for (int force = 0; force < FORCES; force++) {
            shelf.get(request(force, NEWEST), true);
        }
        List<ReportRequest> others = IntStream.rangeClosed(1, ReportShelf.OTHERS_KEPT + 1)
                .mapToObj(day -> request(0, NEWEST.minusDays(day)))
                .toList();
        for (ReportRequest other : others) {
            shelf.get(other, false);
        }
        for (int force = 0; force < FORCES; force++) {
            shelf.get(request(force, NEWEST), true);
        }
        assertThat(made.values()).as("each once").allMatch(times -> times == 1);
        shelf.get(others.get(others.size() - 1), false);
        assertThat(made).containsEntry(others.get(others.size() - 1), 1);
        shelf.get(others.get(0), false);
        assertThat(made).as("the oldest was let go").containsEntry(others.get(0), 2);
    }

    @Test
    void what_was_the_newest_is_let_go_like_any_other_day() throws Exception {
        shelf.get(request(0, NEWEST), true);
        for (int day = 1; day <= ReportShelf.OTHERS_KEPT + 1; day++) {
            shelf.get(request(0, NEWEST.plusDays(day)), true);
        }
        shelf.get(request(0, NEWEST), false);
        assertThat(made).containsEntry(request(0, NEWEST), 2);
    }

    @Test
    void a_report_that_is_there_waits_for_none_in_the_making() throws Exception {
        assertThat(shelf.get(request(0, NEWEST), true)).isEqualTo("0 2026-11-26");
        slow = NEWEST.minusDays(1);
        Future<String> waits = readers.submit(() -> shelf.get(request(1, slow), false));
        begun.await();
        assertThat(shelf.get(request(0, NEWEST), true)).isEqualTo("0 2026-11-26");
        assertThat(waits).isNotDone();
        held.countDown();
        assertThat(waits.get()).isEqualTo("1 2026-11-25");
    }

    @Test
    void two_who_ask_for_one_report_have_it_made_once() throws Exception {
        slow = NEWEST;
        Future<String> first = readers.submit(() -> shelf.get(request(0, NEWEST), true));
        begun.await();
        Future<String> second = readers.submit(() -> shelf.get(request(0, NEWEST), true));
        held.countDown();
        assertThat(first.get()).isEqualTo(second.get());
        assertThat(made).containsOnly(Map.entry(request(0, NEWEST), 1));
    }

    @Test
    void as_many_wait_as_may_and_the_next_is_told_to_come_again() throws Exception {
        slow = NEWEST;
        List<CompletableFuture<Refusal>> askers = IntStream.rangeClosed(0, ReportShelf.MOST_WAITING)
                .mapToObj(force -> CompletableFuture.supplyAsync(() -> refusal(force), readers))
                .toList();
        Object refused = CompletableFuture.anyOf(askers.toArray(CompletableFuture[]::new))
                .get();
        assertThat(((Refusal) refused).status()).isEqualTo(503);
        assertThat(((Refusal) refused).headers()).containsKey("Retry-After");
        held.countDown();
        assertThat(askers.stream().filter(asker -> asker.join() == null)).hasSize(ReportShelf.MOST_WAITING);
    }

    @Test
    void what_could_not_be_made_is_told_and_tried_again() throws Exception {
        ReportRequest broken = request(0, LocalDate.EPOCH.plusDays(1));
        for (int times = 1; times <= 2; times++) {
            assertThatThrownBy(() -> shelf.get(broken, false))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("away");
            assertThat(made).containsEntry(broken, times);
        }
    }

    private Refusal refusal(int force) {
        try {
            shelf.get(request(force, NEWEST), true);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String make(ReportRequest request) throws SQLException {
        made.merge(request, 1, Integer::sum);
        if (request.asAt().equals(LocalDate.EPOCH.plusDays(1))) {
            throw new SQLException("away");
        }
        if (request.asAt().equals(slow)) {
            begun.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return request.force() + " " + request.asAt();
    }

    private static ReportRequest request(int force, LocalDate asAt) {
        return new ReportRequest(
                Integer.toString(force), asAt, Optional.of(1), Tier.INTERNAL, Optional.empty(), Instant.EPOCH, false);
    }
}
