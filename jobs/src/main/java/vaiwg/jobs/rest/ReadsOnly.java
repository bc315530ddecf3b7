package vaiwg.jobs.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests that read pass, and others only with the operator's token: they cancel the job, end the cluster or run code in it. What
 * is refused is answered at once, its body is not read, and the connection ends.
 */
final class ReadsOnly extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ReadsOnly.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** Flink keeps two that cancel and stop a job by GET, for a proxy that knew no other method. */
    private static final Set<String> CHANGES_BY_GET = Set.of("yarn-cancel", "yarn-stop");

    private static final String ANSWER =
            "{\"errors\":[\"This port answers what reads, GET and HEAD. Whoever changes the"
                    + " job shows the token of its operator (docs/runbook.md).\"]}";

    private final Optional<OperatorToken> token;
    private boolean refused;

    /** @param token none where nobody may change the job by this port */
    ReadsOnly(Optional<OperatorToken> token) {
        this.token = token;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !refused) {
            refused = !reads(request) && !isOperators(request);
            if (refused) {
                LOG.warn("The REST port refused a request that would change the job ({})", request.method());
                context.writeAndFlush(answer()).addListener(ChannelFutureListener.CLOSE);
            }
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean reads(HttpRequest request) {
        String path = new QueryStringDecoder(request.uri()).path();
        return READS.contains(request.method())
                && CHANGES_BY_GET.stream().noneMatch(change -> path.contains("/" + change));
    }

    private boolean isOperators(HttpRequest request) {
        String shown = request.headers().get(OperatorToken.HEADER);
        try {
            return token.isPresent() && token.get().is(shown);
        } catch (IOException e) {
            LOG.warn("The REST port lets no operator in: {}", e.getMessage());
            return false;
        }
    }

    private static DefaultFullHttpResponse answer() {
        ByteBuf body = Unpooled.copiedBuffer(ANSWER, StandardCharsets.UTF_8);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.METHOD_NOT_ALLOWED, body);
        response.headers()
                .set(HttpHeaderNames.ALLOW, "GET, HEAD")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close");
        return response;
    }
}
