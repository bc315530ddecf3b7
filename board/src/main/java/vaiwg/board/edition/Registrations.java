package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vaiwg.board.ReportException;
import vaiwg.board.Tier;
import vaiwg.board.report.Edition;

/** The table of editions. Its own rules keep what was registered; here it is only read and added to. */
public final class Registrations {
    private static final String SELECT = """
            SELECT r.*, p.as_at AS previous_as_at
            FROM vaiwg.board_report r
            LEFT JOIN vaiwg.board_report p ON p.force = r.force AND p.edition = r.previous AND p.status = 'issued'
            WHERE r.force = ?
            """;

    private final Connection connection;

    public Registrations(Connection connection) {
        this.connection = connection;
    }

    /** All of a force, the newest first. */
    public List<Registration> all(String force) throws SQLException {
        List<Registration> all = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + " ORDER BY r.edition DESC, r.draft DESC")) {
            statement.setString(1, force);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(registration(row));
                }
            }
        }
        return all;
    }

    /**
     * An edition: what is approved or issued of it, else its newest draft.
     *
     * @throws ReportException where there is none of that number
     */
    public Registration edition(String force, int number) throws SQLException {
        List<Registration> drafts =
                all(force).stream().filter(one -> one.edition() == number).toList();
        return drafts.stream()
                .filter(one -> one.status() != Edition.Status.DRAFT)
                .findFirst()
                .or(() -> drafts.stream().findFirst())
                .orElseThrow(() -> new ReportException("There is no edition " + number + " of the report of " + force
                        + ": report --list names those that there are."));
    }

    /** The last report of a tier before a day: the newest issued edition of an earlier as-at. */
    public Optional<Registration> lastIssued(String force, Tier tier, LocalDate before) throws SQLException {
        return all(force).stream()
                .filter(one -> one.status() == Edition.Status.ISSUED
                        && one.tier() == tier
                        && one.asAt().isBefore(before))
                .findFirst();
    }

    /** Which edition and draft a new draft of a day is: a further one of an edition that nobody has approved, or a new edition. */
    Registration next(
            String force,
            LocalDate asAt,
            int publication,
            Tier tier,
            Instant now,
            Optional<Registration> replaces,
            Optional<String> whatChanged)
            throws SQLException {
        List<Registration> all = all(force);
        Optional<Registration> newest = all.stream().findFirst();
        boolean further = newest.filter(one -> one.asAt().equals(asAt)
                        && one.tier() == tier
                        && one.replaces().equals(replaces.map(Registration::edition))
                        && all.stream()
                                .noneMatch(other ->
                                        other.edition() == one.edition() && other.status() != Edition.Status.DRAFT))
                .isPresent();
        Optional<Registration> previous = lastIssued(force, tier, asAt);
        return new Registration(
                force,
                newest.map(one -> further ? one.edition() : one.edition() + 1).orElse(1),
                further ? newest.get().draft() + 1 : 1,
                asAt,
                publication,
                tier,
                Edition.Status.DRAFT,
                now,
                previous.map(Registration::edition),
                previous.map(Registration::asAt),
                Optional.empty(),
                replaces.map(Registration::edition),
                whatChanged,
                "");
    }

    /** Adds a draft. */
    void add(Registration draft) throws SQLException {
        String insert = """
                INSERT INTO vaiwg.board_report (force, edition, draft, as_at, publication, tier, drafted_at, notes_until, previous, replaces,
                                                what_changed, manifest_sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, draft.force());
            statement.setInt(2, draft.edition());
            statement.setInt(3, draft.draft());
            statement.setObject(4, draft.asAt());
            statement.setInt(5, draft.publication());
            statement.setString(6, Registration.slug(draft.tier()));
            statement.setObject(7, draft.notesUntil().atOffset(ZoneOffset.UTC));
            statement.setObject(8, draft.notesUntil().atOffset(ZoneOffset.UTC));
            statement.setObject(9, draft.previous().orElse(null), Types.INTEGER);
            statement.setObject(10, draft.replaces().orElse(null), Types.INTEGER);
            statement.setString(11, draft.whatChanged().orElse(null));
            statement.setString(12, draft.manifest());
            statement.executeUpdate();
        }
    }

    /** Moves a draft on to approved. */
    void approve(Registration approved, Instant at) throws SQLException {
        String update =
                "UPDATE vaiwg.board_report SET status = 'approved', approved_by = ?, approved_at = ?, manifest_sha256 = ?"
                        + " WHERE force = ? AND edition = ? AND draft = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, approved.approvedBy().orElseThrow());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setString(3, approved.manifest());
            key(statement, 4, approved);
            statement.executeUpdate();
        }
    }

    /** Moves an approved draft on to issued. */
    void issue(Registration issued, Instant at) throws SQLException {
        String update = "UPDATE vaiwg.board_report SET status = 'issued', issued_at = ?, manifest_sha256 = ?"
                + " WHERE force = ? AND edition = ? AND draft = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, issued.manifest());
            key(statement, 3, issued);
            statement.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, int first, Registration row) throws SQLException {
        statement.setString(first, row.force());
        statement.setInt(first + 1, row.edition());
        statement.setInt(first + 2, row.draft());
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                row.getString("force"),
                row.getInt("edition"),
                row.getInt("draft"),
                row.getObject("as_at", LocalDate.class),
                row.getInt("publication"),
                Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                Edition.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getObject("notes_until", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("previous", Integer.class)),
                Optional.ofNullable(row.getObject("previous_as_at", LocalDate.class)),
                Optional.ofNullable(row.getString("approved_by")),
                Optional.ofNullable(row.getObject("replaces", Integer.class)),
                Optional.ofNullable(row.getString("what_changed")),
                row.getString("manifest_sha256"));
    }
}
