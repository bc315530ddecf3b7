package vaiwg.jobs.rest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInitializer;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelPipeline;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/** Puts {@link ReadsOnly} before all that Flink's REST server does with a request. Flink finds it by its service wherever it is loaded. */
public final class ReadsOnlyFactory implements InboundChannelHandlerFactory {
    /** Where an operator's token would be; without it nobody changes the job by the port. */
    public static final ConfigOption<String> TOKEN_FILE =
            ConfigOptions.key("vaiwg.operator-token-file").stringType().noDefaultValue();

    /** False only for a cluster to which jobs are submitted by its port, as the benchmark's is. */
    public static final ConfigOption<Boolean> READS_ONLY =
            ConfigOptions.key("vaiwg.rest-reads-only").booleanType().defaultValue(true);

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders) {
        if (!configuration.get(READS_ONLY)) {
            return Optional.empty();
        }
        Optional<OperatorToken> token =
                configuration.getOptional(TOKEN_FILE).map(Path::of).map(OperatorToken::new);
        return Optional.of(new First(new ReadsOnly(token)));
    }

    /** Flink would put it behind what keeps uploaded files: whoever is refused leaves none. */
    private static final class First extends ChannelInitializer<Channel> {
        private final ReadsOnly gate;

        First(ReadsOnly gate) {
            this.gate = gate;
        }

        @Override
        protected void initChannel(Channel channel) {
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addAfter(pipeline.context(HttpServerCodec.class).name(), "vaiwg-reads-only", gate);
        }
    }
}
