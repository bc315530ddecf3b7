package vaiwg.board.cases;

import java.util.Optional;

/**
 * How far a list is.
 *
 * @param list where it is ready
 * @param problem why it was not made, in one sentence, where it failed
 */
public record CaseListStanding(
        CaseListRequest request, State state, Optional<CaseList> list, Optional<String> problem) {
    /** What becomes of a request, in this order. */
    public enum State {
        WAITING,
        BEING_MADE,
        READY,
        FAILED
    }

    public static CaseListStanding waiting(CaseListRequest request) {
        return new CaseListStanding(request, State.WAITING, Optional.empty(), Optional.empty());
    }

    public CaseListStanding begun() {
        return new CaseListStanding(request, State.BEING_MADE, Optional.empty(), Optional.empty());
    }

    public CaseListStanding made(CaseList made) {
        return new CaseListStanding(request, State.READY, Optional.of(made), Optional.empty());
    }

    public CaseListStanding failed(String sentence) {
        return new CaseListStanding(request, State.FAILED, Optional.empty(), Optional.of(sentence));
    }

    /** Whether nothing more becomes of it. */
    public boolean isOver() {
        return state == State.READY || state == State.FAILED;
    }
}
