package vaiwg.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.Grant;
import vaiwg.board.access.Grants;
import vaiwg.board.web.Users;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.kpis.catalogue.Priority;

/** Who is at the command: an account of the board's pages, by the same two files. */
public final class AccountOptions {
    @Option(names = "--users", paramLabel = "FILE", required = true)
    private Path users;

    @Option(names = "--grants", paramLabel = "FILE", required = true)
    private Path grants;

    @Option(names = "--login", paramLabel = "NAME", required = true)
    private String login;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> passwordFile = Optional.empty();

    /**
     * The login, whose password was right and to whom the post is granted.
     *
     * @param areas that the file of grants may name
     */
    public String speakingFor(String post, List<Priority> areas) {
        known();
        if (!grant(areas).posts().contains(post)) {
            throw CommandFailure.wrongUsage(
                    "The post is not granted to this login: name one that is, or ask whoever keeps " + grants + ".");
        }
        return login;
    }

    /** The login, whose password was right. */
    public String known() {
        if (!isKnown()) {
            throw unknown();
        }
        return login;
    }

    /**
     * Whether the password is the login's.
     *
     * @throws CommandFailure in one sentence, where the file of accounts or the password cannot be read
     */
    public boolean isKnown() {
        return CommandFailure.orWrongUsage(() -> Users.read(users).know(login, password()));
    }

    /** What is said where it is not. */
    public CommandFailure unknown() {
        return CommandFailure.wrongUsage(
                "The login and its password are not those of an account: correct --login or the password.");
    }

    /** Who it is said to be, for a record of it: a name that is no account's may be a password in the wrong place. */
    public String claimed() {
        return CommandFailure.orWrongUsage(() -> Users.read(users).have(login)) ? login : AccessLog.Entry.NOBODY;
    }

    /**
     * What is granted to the login.
     *
     * @param areas that the file of grants may name
     * @throws CommandFailure where the file of grants cannot be used
     */
    public Grant grant(List<Priority> areas) {
        return CommandFailure.orWrongUsage(() -> Grants.read(grants, areas).of(login));
    }

    private String password() {
        if (passwordFile.isPresent()) {
            return PasswordFile.read(passwordFile.get());
        }
        char[] password = System.console() == null ? null : System.console().readPassword("Password: ");
        if (password == null) {
            throw CommandFailure.wrongUsage(
                    "The password is asked for at a terminal: run the command there, or give --password-file.");
        }
        return new String(password);
    }
}
