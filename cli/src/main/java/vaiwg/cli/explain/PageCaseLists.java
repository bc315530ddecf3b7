package vaiwg.cli.explain;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.cases.CaseList;
import vaiwg.board.cases.CaseListException;
import vaiwg.board.cases.CaseListRequest;
import vaiwg.board.cases.CaseLists;
import vaiwg.board.figures.SeriesKey;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.explain.FigureListener;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.replay.LogPart;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * The lists that the board's pages ask for: by a replay in this process, on the same record as those of the command.
 *
 * @param database whose login is of the group of those who are shown single cases
 * @param out where it says how far the log is read
 */
public record PageCaseLists(
        Catalogue catalogue, EventOptions events, KafkaConnection kafka, Database database, PrintWriter out)
        implements CaseLists {
    private static final Logger LOG = LoggerFactory.getLogger(PageCaseLists.class);
    private static final String SAME = "The cases of the list add up to it.";

    @Override
    public boolean explains(AskedFigure asked) {
        try {
            return !figure(asked).column().measure().isRestricted();
        } catch (IllegalArgumentException e) {
            // It is calculated from others, or this build counts it no more.
            return false;
        }
    }

    @Override
    public void putOnRecord(CaseListRequest request) {
        AskedFigure asked = request.figure();
        try {
            audit(request.address())
                    .shown(
                            request.login(),
                            figure(asked).name() + " of " + asked.force() + ", as at " + asked.asAt(),
                            request.why());
        } catch (CommandFailure e) {
            LOG.error("A list of cases was asked for and is not made: {}", e.getMessage());
            throw new CaseListException(
                    "Who asks for cases is recorded, and that cannot be done now: try again in a minute.", e);
        }
    }

    /** It is refused all the same where neither database nor broker takes it. */
    @Override
    public void putRefusalOnRecord(String login, String address, String what) {
        try {
            audit(address).refused(login, what, "not granted");
        } catch (CommandFailure e) {
            LOG.error("Cases were asked for and refused, which is not on record: {}", e.getMessage());
        }
    }

    private Audit audit(String address) {
        return new Audit(database, ReaderConnections.EXPLAIN, kafka, Clock.systemUTC(), address);
    }

    @Override
    public CaseList make(AskedFigure asked) {
        try {
            return list(asked);
        } catch (CommandFailure e) {
            LOG.warn("A list of cases was not made: {}", e.getMessage());
            throw new CaseListException(
                    e.exitCode() == CommandFailure.WRONG_USAGE
                            ? e.getMessage()
                            : "The log cannot be read now: whoever runs this server reads why in its log.",
                    e);
        } catch (SQLException e) {
            LOG.warn("A list of cases was not made, since the database did not answer.", e);
            throw new CaseListException("The database does not answer: ask for the list again in a minute.", e);
        }
    }

    private CaseList list(AskedFigure asked) throws SQLException {
        Figure figure = figure(asked);
        int cutOff = Math.toIntExact(asked.asAt().toEpochDay());
        FigureListener heard = new FigureListener(catalogue, figure, List.of(cutOff));
        ReadLog read = ReadLog.of(kafka, LogPart.WHOLE, catalogue, events, heard, out);
        read.requireComplete(asked.asAt());
        Explanation explained = Explanation.of(figure, cutOff, heard.contributors());
        CaseLines lines = CaseLines.of(explained);
        try (Connection connection = ReaderConnections.EXPLAIN.of(database).open()) {
            String compared =
                    PublishedFigure.compare(connection, explained, catalogue).inWords(SAME);
            return new CaseList(lines.csv(), lines.count(), compared + whatIsGone(read));
        }
    }

    private static String whatIsGone(ReadLog read) {
        return read.noLongerHeld().isEmpty()
                ? ""
                : " The log does not hold its beginning any more: what that said is not in the list.";
    }

    private Figure figure(AskedFigure asked) {
        SeriesKey series = asked.series();
        return Figure.find(catalogue, asked.force(), series.kpi(), series.basis(), series.window(), series.slice());
    }
}
