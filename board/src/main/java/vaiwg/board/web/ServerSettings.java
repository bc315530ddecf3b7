package vaiwg.board.web;

/**
 * Where the pages are served.
 *
 * @param host the address to listen on; any but a loopback address asks for {@link Access.Proxy} or {@link Access.Basic}
 * @param port 0 for any that is free
 */
public record ServerSettings(String host, int port, Access access) {
    /** @throws IllegalArgumentException in one sentence, where the pages would be open to whoever reaches the machine */
    public ServerSettings {
        if (access instanceof Access.Loopback && !Addresses.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "The pages are for this machine alone unless somebody asks who is there: give"
                            + " --users with --tls-key-store, or --proxy-header, or leave --host at 127.0.0.1.");
        }
    }
}
