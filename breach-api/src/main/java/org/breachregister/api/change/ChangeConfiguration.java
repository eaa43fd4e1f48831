package org.breachregister.api.change;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

/// Has methods given what changes need.
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

    @Bean
    static IdempotentAnswers idempotentAnswers(
            @Qualifier("program") DataSource program, Clock clock) {
        return new IdempotentAnswers(program, clock);
    }

    @Bean
    static WebMvcConfigurer changeArguments(ObjectProvider<IdempotentAnswers> answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RevisionArgument());
                resolvers.add(new OnceArgument(answers));
            }
        };
    }
}
