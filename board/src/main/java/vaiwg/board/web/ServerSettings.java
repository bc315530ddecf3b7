package vaiwg.board.web;

import vaiwg.board.access.Grant;
import vaiwg.board.access.Grants;

/**
 * Where the pages are served, and to whom.
 *
 * @param host the address to listen on; any but a loopback address asks for {@link Access.Proxy} or {@link Access.Basic}
 * @param port 0 for any that is free
 * @param grants what each login sees and says
 * @param requestsPerMinute how many requests of an address are answered, a quarter of them at once; a proxy's are not counted
 * @param restricted whether the restricted annex is shown, to whom conduct is granted, and nothing else
 */
public record ServerSettings(
        String host, int port, Access access, Grants grants, int requestsPerMinute, boolean restricted) {
    /** Of an office whose readers share an address. */
    public static final int REQUESTS_PER_MINUTE = 1_200;

    /** @throws IllegalArgumentException in one sentence, where the pages would be open to whoever reaches the machine */
    public ServerSettings {
        if (access instanceof Access.Loopback && !Addresses.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "The pages are for this machine alone unless somebody asks who is there: give"
                            + " --users with --tls-key-store, or --proxy-header, or leave --host at 127.0.0.1.");
        }
        if (access instanceof Access.Proxy && access.tls().isEmpty() && !Addresses.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "A proxy on another machine proves itself over TLS alone: give --tls-key-store, or leave --host"
                            + " at 127.0.0.1.");
        }
        if (restricted
                && (access instanceof Access.Loopback
                        || grants.all().values().stream().noneMatch(Grant::conduct))) {
            throw new IllegalArgumentException(
                    "The restricted annex is for logins that it is granted to: give --grants with conduct = yes for one,"
                            + " and --users or --proxy-header.");
        }
    }

    /** Where every login sees the board's tier and answers nothing. */
    public ServerSettings(String host, int port, Access access) {
        this(host, port, access, Grants.none(), REQUESTS_PER_MINUTE, false);
    }

    /** Whether somebody may see figures as they are. */
    boolean showsInternal() {
        return access instanceof Access.Loopback loopback && loopback.grant().seesSome()
                || grants.all().values().stream().anyMatch(Grant::seesSome);
    }
}
