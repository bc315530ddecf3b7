package vaiwg.demo.synthetic;

import java.util.List;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;

/**
 * A part of a force, small enough to be counted in several ways: the crimes of one suspect in so many, all of them, and those at
 * one in so many of the places that come back: whoever and whatever comes again does so here too. Crimes of the stalking programme, steps of perpetrators and matters about staff are all in it: they are few.
 */
public final class PartOfForce implements CaseSource {
    private final CaseSource whole;
    private final int oneIn;

    private PartOfForce(CaseSource whole, int oneIn) {
        this.whole = whole;
        this.oneIn = oneIn;
    }

    /**
     * Plays a part of a force alone, as if the others had never been told.
     *
     * @param oneIn of about one suspect and one busy place in so many all the crimes
     */
    public static void play(SyntheticForce force, int oneIn, Consumer<FeedRecord> sink) {
        new Simulation(force.seed(), force.calendar(), new PartOfForce(force::casesOf, oneIn)).run(sink);
    }

    @Override
    public void casesOf(int day, Consumer<SimulatedCase> sink) {
        whole.casesOf(day, simulated -> sink.accept(part(simulated)));
    }

    private SimulatedCase part(SimulatedCase simulated) {
        CaseFile file = simulated.file();
        if (file != null) {
            boolean in = file.plan().perpetrator() != null
                    || isDrawn(file.people().suspect())
                    || isDrawnPlace(file.incident().cell());
            return in ? simulated : only(simulated, EventStream.STALKING);
        }
        return isDrawn(simulated.reference()) ? simulated : only(simulated, EventStream.CONDUCT, EventStream.NOTE);
    }

    /** The same of which only these streams are ever told. */
    private static SimulatedCase only(SimulatedCase simulated, EventStream... streams) {
        SimulatedCase part = new SimulatedCase(simulated.day(), simulated.reference());
        simulated.changes().stream()
                .filter(change -> List.of(streams).contains(change.stream()))
                .forEach(part.changes()::add);
        return part;
    }

    private boolean isDrawnPlace(String cell) {
        return cell != null && isRepeat(cell) && isDrawn(cell);
    }

    /** Whether a cell is one of the few of its area that come back often. */
    private static boolean isRepeat(String cell) {
        int number = Integer.parseInt(cell.substring(SyntheticPlaces.CELL.length()));
        String area = SyntheticPlaces.AREAS.get(number / SyntheticPlaces.CELLS);
        return number % SyntheticPlaces.CELLS < SyntheticPlaces.part(Figures.whole("repeat_places"), area);
    }

    private boolean isDrawn(String name) {
        return Math.floorMod(name.hashCode(), oneIn) == 0;
    }
}
