package vaiwg.jobs.options;

import java.util.Optional;

/**
 * Where the newest figures are sent, beside the tables.
 *
 * @param remoteWrite Prometheus's remote-write address; absent where figures are not pushed
 * @param scrapePort port on which the newest snapshot is offered to be scraped, 0 for none
 */
public record FigureOutputs(Optional<HttpEndpoint> remoteWrite, int scrapePort) {
    /** The tables alone. */
    public static FigureOutputs none() {
        return to(Optional.empty());
    }

    /** Whether the newest figures go anywhere beside the tables. */
    public boolean areShown() {
        return remoteWrite.isPresent() || scrapePort != 0;
    }

    /** Remote write alone, where there is an address. */
    public static FigureOutputs to(Optional<HttpEndpoint> remoteWrite) {
        return new FigureOutputs(remoteWrite, 0);
    }
}
