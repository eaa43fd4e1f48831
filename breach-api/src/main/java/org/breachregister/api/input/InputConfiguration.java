package org.breachregister.api.input;

import org.breachregister.api.report.Submissions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/// Has requests taken in by what is in this package.
@Configuration(proxyBeanMethods = false)
class InputConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<Submissions> forms;

    InputConfiguration(ObjectProvider<Submissions> forms) {
        this.forms = forms;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new AskedArgument());
        resolvers.add(new BodyArgument(forms));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NothingElse()).addPathPatterns("/api/**");
    }
}
