package vaiwg.board.disclosure;

import java.util.List;
import java.util.Optional;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Statement;

/** Texts of a report without the sentences that quote what is withheld. */
final class DisclosedTexts {
    private static final String WITHHELD = "Figures of fewer than five people are withheld.";

    private final Sentences sentences;

    DisclosedTexts(Sentences sentences) {
        this.sentences = sentences;
    }

    /** A statement is gone whose headline quotes what is withheld, or all of whose text does. */
    List<Statement> statements(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> !sentences.clean(statement.headline()).isEmpty())
                .filter(statement -> statement.text().isEmpty()
                        || !sentences.clean(statement.text()).isEmpty())
                .map(this::lead)
                .toList();
    }

    /** The one statement of a page: where its headline quotes what is withheld, it says that. */
    Statement lead(Statement statement) {
        String headline = sentences.clean(statement.headline());
        boolean quotes = headline.isEmpty() && !statement.headline().isEmpty();
        return new Statement(
                statement.judgement(),
                quotes ? WITHHELD : headline,
                sentences.clean(statement.text()),
                statement.area());
    }

    /** A title, or what stands in for one that quotes what is withheld. */
    String title(String title, String otherwise) {
        String clean = sentences.clean(title);
        return clean.isEmpty() ? sentences.clean(otherwise) : clean;
    }

    OwnerComment comment(OwnerComment comment) {
        return new OwnerComment(
                sentences.clean(comment.matter()),
                sentences.clean(comment.cause()),
                sentences.clean(comment.action()),
                comment.post(),
                // Posts are for the public, logins are not.
                sentences.noCounts() ? "" : comment.loggedIn(),
                comment.on(),
                comment.missing());
    }

    /** A line of data quality, or that what it says is withheld. */
    QualityPage.Line line(QualityPage.Line line) {
        String text = sentences.clean(line.text());
        return new QualityPage.Line(line.judgement(), line.met(), line.title(), text.isEmpty() ? WITHHELD : text);
    }

    Matter matter(Matter matter) {
        String text = sentences.clean(matter.text());
        Optional<OwnerComment> answer = matter.answer().map(this::comment);
        return new Matter(
                matter.judgement(),
                title(matter.title(), matter.area()),
                matter.area(),
                matter.charts(),
                matter.since(),
                text.isEmpty() && !matter.text().isEmpty() ? WITHHELD : text,
                matter.state(),
                answer,
                matter.openDays(),
                matter.signalIds());
    }
}
