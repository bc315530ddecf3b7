package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.util.PSQLException;
import vaiwg.board.ReportException;
import vaiwg.board.Tier;
import vaiwg.board.figures.Rows;
import vaiwg.board.report.Edition;

/** The table of editions. Its own rules keep what was registered; here it is read, and its functions are asked for the next step. */
public record Registrations(Connection connection) {
    private static final String SELECT = """
            SELECT r.*, p.as_at AS previous_as_at, r.manifest_sha256 AS manifest, r.drafted_login AS drafted,
                   r.approved_login AS approved, r.issued_login AS issued
            FROM vaiwg.board_report r
            LEFT JOIN vaiwg.board_report p ON p.force = r.force AND p.edition = r.previous AND p.status = 'issued'
            WHERE r.force = :force
            ORDER BY r.edition DESC, r.draft DESC
            """;

    /** Rejected by a rule, for want of a right, or because the row is not there: the server says why in a sentence. */
    private static final Set<String> REJECTED = Set.of("23514", "42501", "P0002");

    /** All of a force, the newest first. */
    public List<Registration> all(String force) throws SQLException {
        return Rows.list(connection, Registration.class, SELECT, Map.of("force", force));
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
                "",
                Registration.Logins.NONE);
    }

    Instant now() throws SQLException {
        return Rows.list(connection, Instant.class, "SELECT date_trunc('second', clock_timestamp()) AS value", Map.of())
                .get(0);
    }

    SortedMap<String, byte[]> files(Registration issued) throws SQLException {
        record Issued(String name, byte[] content) {}
        SortedMap<String, byte[]> files = new TreeMap<>();
        Rows.list(
                        connection,
                        Issued.class,
                        "SELECT name, content FROM vaiwg.board_report_file WHERE force = :force AND edition = :edition",
                        Map.of("force", issued.force(), "edition", issued.edition()))
                .forEach(file -> files.put(file.name(), file.content()));
        return files;
    }

    void add(Registration draft) throws SQLException {
        call(
                "draft_report(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.force(),
                draft.edition(),
                draft.draft(),
                draft.asAt(),
                draft.publication(),
                Registration.slug(draft.tier()),
                draft.notesUntil().atOffset(ZoneOffset.UTC),
                draft.previous().orElse(null),
                draft.replaces().orElse(null),
                draft.whatChanged().orElse(null),
                draft.manifest());
    }

    /**
     * Moves a draft on to approved.
     *
     * @param whenIssued SHA-256 of the manifest with which it will be issued: no other is
     */
    void approve(Registration approved, String whenIssued) throws SQLException {
        call(
                "approve_report(?, ?, ?, ?, ?, ?)",
                approved.force(),
                approved.edition(),
                approved.draft(),
                approved.approvedBy().orElseThrow(),
                approved.manifest(),
                whenIssued);
    }

    /** Moves an approved draft on to issued, and keeps its files. */
    void issue(Registration issued, SortedMap<String, byte[]> files) throws SQLException {
        call(
                "issue_report(?, ?, ?, ?, ?)",
                issued.force(),
                issued.edition(),
                issued.draft(),
                connection.createArrayOf("text", files.keySet().toArray()),
                connection.createArrayOf("bytea", files.values().toArray(byte[][]::new)));
    }

    /** What the database knows that a client cannot say of itself, such as who is logged in and whether another may go on. */
    private void call(String step, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT vaiwg." + step)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        } catch (PSQLException e) {
            if (REJECTED.contains(String.valueOf(e.getSQLState())) && e.getServerErrorMessage() != null) {
                throw new ReportException(e.getServerErrorMessage().getMessage(), e);
            }
            throw e;
        }
    }
}
