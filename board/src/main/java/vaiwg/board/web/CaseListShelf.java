package vaiwg.board.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.cases.CaseListException;
import vaiwg.board.cases.CaseListRequest;
import vaiwg.board.cases.CaseListStanding;
import vaiwg.board.cases.CaseLists;

/**
 * Lists of cases that logins asked for, in memory alone: made one after the other, one for each login, a few at most. None waits, or is
 * kept after it was made, for more than half an hour, and each is found by the login that asked for it alone.
 */
final class CaseListShelf implements AutoCloseable {
    static final int MOST = 8;
    static final Duration KEPT = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(CaseListShelf.class);

    private final CaseLists maker;
    private final LongSupplier nanos;
    /** By a name that nobody guesses, the first asked for first. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(WorkThreads.daemons("lists of cases"));

    /** @param nanos a clock of no date, such as {@link System#nanoTime} */
    CaseListShelf(CaseLists maker, LongSupplier nanos) {
        this.maker = maker;
        this.nanos = nanos;
        worker.scheduleWithFixedDelay(this::forgetNow, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * Puts a request on record, then in the queue.
     *
     * @return under which name its list is found; the same for a request that waits already
     * @throws Refusal where a list is being made for the login, or too many are kept
     * @throws CaseListException where it cannot be put on record: then nothing is made
     */
    String ask(CaseListRequest request) {
        String name = UUID.randomUUID().toString();
        synchronized (places) {
            forget();
            Optional<String> same = unfinished(request);
            if (same.isPresent()) {
                return same.get();
            }
            places.values().removeIf(place -> place.isOf(request.login()));
            if (places.size() >= MOST) {
                throw Refusal.of(
                                HttpStatus.SERVICE_UNAVAILABLE_503,
                                "As many lists are asked for as this server makes: ask again in half an hour.")
                        .with("Retry-After", Long.toString(KEPT.toSeconds()));
            }
            places.put(name, new Place(CaseListStanding.waiting(request), nanos.getAsLong()));
        }
        try {
            maker.putOnRecord(request);
            worker.execute(() -> make(name));
        } catch (RuntimeException e) {
            synchronized (places) {
                places.remove(name);
            }
            throw e;
        }
        return name;
    }

    /** Puts on record that cases were asked for by who may not see them. */
    void refuse(Visitor visitor, String what) {
        maker.putRefusalOnRecord(visitor.login(), visitor.address(), what);
    }

    /** How far a list is; empty where there is none of this name for this login any more. */
    Optional<CaseListStanding> find(String name, String login) {
        synchronized (places) {
            forget();
            return Optional.ofNullable(places.get(name))
                    .filter(place -> place.isOf(login))
                    .map(Place::standing);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private Optional<String> unfinished(CaseListRequest request) {
        for (Map.Entry<String, Place> one : places.entrySet()) {
            CaseListStanding standing = one.getValue().standing();
            if (!standing.isOver() && standing.request().equals(request)) {
                return Optional.of(one.getKey());
            }
            if (!standing.isOver() && one.getValue().isOf(request.login())) {
                throw Refusal.of(
                        HttpStatus.CONFLICT_409,
                        "A list is being made for this login: wait until it is there, then ask for the next.");
            }
        }
        return Optional.empty();
    }

    private void make(String name) {
        CaseListStanding begun;
        synchronized (places) {
            Place waiting = places.get(name);
            if (nanos.getAsLong() - waiting.since() >= KEPT.toNanos()) {
                put(name, waiting.standing().failed("It waited for others for half an hour: ask for it again."));
                return;
            }
            begun = waiting.standing().begun();
            put(name, begun);
        }
        put(name, outcome(begun));
    }

    private CaseListStanding outcome(CaseListStanding begun) {
        try {
            return begun.made(maker.make(begun.request().figure()));
        } catch (CaseListException e) {
            return begun.failed(e.getMessage());
        } catch (OutOfMemoryError e) {
            LOG.error("A list of cases was not made, since reading the log needs the job's heap: raise -Xmx.");
            return begun.failed(
                    "This server has too little memory to read the log: whoever runs it gives it the job's.");
        } catch (RuntimeException | Error e) {
            // Whoever ends the server ends what it makes.
            if (!worker.isShutdown()) {
                LOG.error("A list of cases could not be made.", e);
            }
            return begun.failed("The list could not be made: the server's log says why.");
        }
    }

    private void put(String name, CaseListStanding standing) {
        synchronized (places) {
            places.replace(name, new Place(standing, nanos.getAsLong()));
        }
    }

    private void forgetNow() {
        synchronized (places) {
            forget();
        }
    }

    private void forget() {
        long now = nanos.getAsLong();
        places.values().removeIf(place -> place.standing().isOver() && now - place.since() >= KEPT.toNanos());
    }

    /** @param since from when it stands so, by the clock */
    private record Place(CaseListStanding standing, long since) {
        boolean isOf(String login) {
            return standing.request().login().equals(login);
        }
    }
}
