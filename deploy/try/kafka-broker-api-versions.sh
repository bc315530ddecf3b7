#!/bin/sh
exec java -Xmx128m -XX:TieredStopAtLevel=1 -cp '/opt/kafka/lib/*' org.apache.kafka.tools.BrokerApiVersionsCommand "$@"
