package vaiwg.board.cases;

/**
 * Who asks for which cases.
 *
 * @param address from where
 * @param why for what they are wanted: it is put on record
 */
public record CaseListRequest(String login, String address, AskedFigure figure, String why) {}
