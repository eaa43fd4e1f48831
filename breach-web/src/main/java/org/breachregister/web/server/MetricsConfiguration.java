package org.breachregister.web.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.core.intake.contained.ContainedReader;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// What is measured, and who may read it: whoever reaches the port that is set apart for that.
/// Where none is set, nobody: behind a proxy on the same machine, every request comes from this
/// machine.
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    /// Measures of our own. No label may hold what a report says.
    @Bean
    MeterBinder registerMeters(IndexUpkeep index, ContainedReader reader) {
        return (MeterRegistry meters) -> {
            Gauge.builder("breach.index.in.step", index, upkeep -> upkeep.isInStep() ? 1 : 0)
                    .description("Whether the search index has all that is public")
                    .register(meters);
            Gauge.builder("breach.reading.processes", reader, ContainedReader::running)
                    .description("Processes that read documents")
                    .register(meters);
        };
    }

    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, Environment environment) {
        return http.securityMatcher(onManagementPort(environment))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        HttpMethod.GET,
                                        "/actuator/prometheus",
                                        "/actuator/health",
                                        "/actuator/health/*")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // nothing can be changed there
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static RequestMatcher onManagementPort(Environment environment) {
        return (HttpServletRequest request) ->
                ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                        && Integer.toString(request.getLocalPort())
                                .equals(environment.getProperty("local.management.port"));
    }
}
