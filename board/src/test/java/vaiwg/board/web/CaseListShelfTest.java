package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.cases.CaseList;
import vaiwg.board.cases.CaseListException;
import vaiwg.board.cases.CaseListRequest;
import vaiwg.board.cases.CaseListStanding;
import vaiwg.board.cases.CaseListStanding.State;
import vaiwg.board.cases.CaseLists;
import vaiwg.board.figures.SeriesKey;

/** Lists that are asked for, by a maker that waits to be let go on and a clock that stands still unless it is moved. */
@Timeout(60)
class CaseListShelfTest {
    private static final String AWAY = "away";

    private final List<CaseListRequest> recorded = Collections.synchronizedList(new ArrayList<>());
    private final LinkedBlockingQueue<AskedFigure> begun = new LinkedBlockingQueue<>();
    private final Semaphore log = new Semaphore(0);
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - CaseListShelf.KEPT.toNanos());
    private final CaseListShelf shelf = new CaseListShelf(new Maker(), now::get);

    @AfterEach
    void close() {
        log.release(1_000);
        shelf.close();
    }

    @Test
    void one_is_made_after_the_other_and_found_by_its_login_alone() throws Exception {
        String first = shelf.ask(request("lead", "rape"));
        assertThat(begun.take().series().slice()).isEqualTo("theme=rape");
        String second = shelf.ask(request("registrar", "stalking"));
        assertThat(standing(first, "lead").state()).isEqualTo(State.BEING_MADE);
        assertThat(standing(second, "registrar").state()).isEqualTo(State.WAITING);
        log.release();
        begun.take();
        assertThat(standing(first, "lead").list()).contains(new CaseList("of theme=rape", 1, "It adds up."));
        assertThat(standing(second, "registrar").state()).isEqualTo(State.BEING_MADE);
        assertThat(shelf.find(first, "registrar")).isEmpty();
        assertThat(shelf.find("another", "lead")).isEmpty();
        assertThat(recorded).containsExactly(request("lead", "rape"), request("registrar", "stalking"));
    }

    @Test
    void a_login_waits_for_its_list_before_it_asks_for_the_next_and_a_form_that_is_sent_twice_is_one()
            throws Exception {
        String first = shelf.ask(request("lead", "rape"));
        assertThat(shelf.ask(request("lead", "rape"))).isEqualTo(first);
        assertThat(status(() -> shelf.ask(request("lead", "stalking")))).isEqualTo(409);
        assertThat(recorded).hasSize(1);
        begun.take();
        letTheFirstBeReady();
        String next = shelf.ask(request("lead", "rape"));
        assertThat(next).isNotEqualTo(first);
        assertThat(shelf.find(first, "lead")).as("a login has one list").isEmpty();
    }

    @Test
    void there_are_a_few_at_a_time() {
        for (int login = 0; login < CaseListShelf.MOST; login++) {
            shelf.ask(request("login " + login, "rape"));
        }
        assertThat(status(() -> shelf.ask(request("another", "rape")))).isEqualTo(503);
        assertThat(recorded).hasSize(CaseListShelf.MOST);
    }

    @Test
    void a_list_is_kept_for_half_an_hour_after_it_was_made() throws Exception {
        String first = shelf.ask(request("lead", "rape"));
        begun.take();
        letTheFirstBeReady();
        now.addAndGet(CaseListShelf.KEPT.toNanos() - 1);
        assertThat(shelf.find(first, "lead")).isPresent();
        now.incrementAndGet();
        assertThat(shelf.find(first, "lead")).isEmpty();
    }

    @Test
    void what_waited_for_too_long_is_not_made_any_more() throws Exception {
        shelf.ask(request("lead", "rape"));
        begun.take();
        String late = shelf.ask(request("registrar", "stalking"));
        now.addAndGet(CaseListShelf.KEPT.toNanos());
        log.release();
        shelf.ask(request("next", "hate"));
        assertThat(begun.take().series().slice()).isEqualTo("theme=hate");
        assertThat(standing(late, "registrar").problem())
                .contains("It waited for others for half an hour: ask for it again.");
    }

    @Test
    void what_is_not_on_record_is_not_made() throws Exception {
        assertThatThrownBy(() -> shelf.ask(request(AWAY, "rape"))).isInstanceOf(CaseListException.class);
        shelf.ask(request("lead", "stalking"));
        assertThat(begun.take().series().slice()).as("the first that is made").isEqualTo("theme=stalking");
    }

    @Test
    void one_that_cannot_be_made_says_why() throws Exception {
        String first = shelf.ask(request("lead", AWAY));
        begun.take();
        letTheFirstBeReady();
        assertThat(standing(first, "lead").state()).isEqualTo(State.FAILED);
        assertThat(standing(first, "lead").problem()).contains("The log cannot be read now.");
    }

    /** The next is begun once it is known what became of the first. */
    private void letTheFirstBeReady() throws Exception {
        shelf.ask(request("next", "stalking"));
        log.release();
        begun.take();
    }

    private CaseListStanding standing(String name, String login) {
        return shelf.find(name, login).orElseThrow();
    }

    private static int status(Runnable asking) {
        return catchThrowableOfType(Refusal.class, asking::run).status();
    }

    private static CaseListRequest request(String login, String theme) {
        SeriesKey series = new SeriesKey("victim_attrition", "settled_90d", "365d", "theme=" + theme);
        AskedFigure figure = new AskedFigure("kent", series, LocalDate.of(2026, 11, 26), "Victim attrition: " + theme);
        return new CaseListRequest(login, "127.0.0.1", figure, "A query");
    }

    /** Takes a permit for each list. */
    private final class Maker implements CaseLists {
        @Override
        public boolean explains(AskedFigure figure) {
            return true;
        }

        @Override
        public void putOnRecord(CaseListRequest request) {
            if (request.login().equals(AWAY)) {
                throw new CaseListException("It cannot be put on record now.", null);
            }
            recorded.add(request);
        }

        @Override
        public void putRefusalOnRecord(String login, String address, String what) {
            throw new AssertionError("the shelf refuses nobody");
        }

        @Override
        public CaseList make(AskedFigure figure) {
            begun.add(figure);
            log.acquireUninterruptibly();
            if (figure.series().slice().endsWith(AWAY)) {
                throw new CaseListException("The log cannot be read now.", null);
            }
            return new CaseList("of " + figure.series().slice(), 1, "It adds up.");
        }
    }
}
