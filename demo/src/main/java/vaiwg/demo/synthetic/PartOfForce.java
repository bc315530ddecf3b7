package vaiwg.demo.synthetic;

import java.util.function.Consumer;
import vaiwg.schemas.EventStream;

/**
 * A part of a force, small enough to be counted in several ways: the crimes of one suspect in so many, all of them, and those at
 * one in so many of the places that come back: whoever and whatever comes again does so here too. Crimes of the stalking programme, steps of perpetrators and matters about staff are all in it: they are few.
 */
final class PartOfForce implements CaseSource {
    private final CaseSource whole;
    private final int oneIn;

    PartOfForce(CaseSource whole, int oneIn) {
        this.whole = whole;
        this.oneIn = oneIn;
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
            return in ? simulated : simulated.only(EventStream.STALKING);
        }
        return isDrawn(simulated.reference()) ? simulated : simulated.only(EventStream.CONDUCT, EventStream.NOTE);
    }

    private boolean isDrawnPlace(String cell) {
        return cell != null && SyntheticPlaces.isRepeat(cell) && isDrawn(cell);
    }

    private boolean isDrawn(String name) {
        return Math.floorMod(name.hashCode(), oneIn) == 0;
    }
}
