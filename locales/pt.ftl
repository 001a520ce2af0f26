# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Documentação
skip-to-content = Ir para o conteúdo
language = Idioma
on-this-page = Nesta página
# The button goes from one to the next.
theme-system = Aparência: como no sistema
theme-light = Aparência: clara
theme-dark = Aparência: escura
copy = Copiar
copied = Copiado
# $date is written out in this language.
updated = Última atualização: { $date }
# $version is the beginning of a hash.
source-version = Traduzido da versão { $version }
edit-page = Editar esta página
# Names the feed of a language; $title is the site's.
feed = Páginas novas e alteradas de “{ $title }”
# $title is a heading of the page.
link-to-section = Link para “{ $title }”
# $key is a code or a number, the first cell of a row.
link-to-row = Link para a linha { $key }
# The name of a column that has none; $number counts from 1.
column = Coluna { $number }
table = Tabela { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Copiar { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Filtrar linhas
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = { $shown } de { $total } linhas
# The keys of the rows that name this one follow after a blank.
cited-by = Citado por
# $count is greater than five.
cited-by-rows = Citado por { $count } linhas
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Concluído
task-open = A fazer
footnotes = Notas de rodapé
# $number is the footnote's.
footnote-reference = Nota de rodapé { $number }
back-to-text = Voltar à chamada { $number }

## Ways through the site

navigation = Navegação
# Names the path from the start page to this one.
path = Você está aqui
# Names the links to the pages before and behind this one.
steps = Página anterior e próxima página
previous = Anterior
next = Próxima

## Search

search = Pesquisar
# The name of the dialogue.
search-dialog = Pesquisa
# Stands in the empty field.
search-field = Palavras, códigos ou nomes
# The headings of two lists of results.
search-codes = Códigos e nomes
search-pages = Páginas
# What keys do: arrows, Enter, Escape.
search-move = Mover
search-open = Abrir
search-close = Fechar
search-count =
    { $count ->
        [0] Nenhum resultado
        [one] { $count } resultado
       *[other] { $count } resultados
    }
search-failed = O texto completo não está acessível no momento. Códigos e nomes continuam sendo encontrados.
search-file = Esta página foi aberta a partir de um arquivo: códigos e nomes são encontrados, mas a pesquisa no texto completo requer um servidor web.

## What the links of a landing page lead to

kind-architecture = Arquitetura
kind-concept = Conceito
kind-deploy = Implantação
kind-download = Download
kind-get-started = Primeiros passos
kind-how-to-guide = Guia prático
kind-learn = Aprender
kind-overview = Visão geral
kind-quickstart = Início rápido
kind-reference = Referência
kind-sample = Exemplo
kind-training = Treinamento
kind-tutorial = Tutorial
kind-video = Vídeo
kind-whats-new = Novidades

## Alerts

note = Observação
tip = Dica
important = Importante
warning = Aviso
caution = Cuidado

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = Para { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Versões: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Opções
video = Vídeo
picture-description = Descrição da imagem

## Start pages

home = Página inicial
articles = Artigos
article-count =
    { $count ->
        [one] { $count } artigo
       *[other] { $count } artigos
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] Mais { $count } artigo
       *[other] Mais { $count } artigos
    }
# $title is the site's.
start-description = Todos os artigos de “{ $title }” neste idioma.
choose-language = Escolher um idioma
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = Em { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = Esta página não está traduzida. O texto está em { $language }.
untranslated-original = Página original
machine-translated = Este texto foi traduzido automaticamente. Ele pode conter erros.
stale-text = O original foi alterado depois que esta tradução foi feita.
# $version and $current are the beginnings of hashes.
stale-facts = A tradução foi feita a partir da versão { $version }; a versão atual do original é { $current }.

## A page that is not there

not-found = Página não encontrada
not-found-text = Não há nenhuma página neste endereço. Ela pode ter sido movida, ou o endereço pode conter um erro de digitação.
other-languages = Outros idiomas

## How the articles stand

status = Estado dos artigos
# $language is a language's name.
status-in = Estado dos artigos: { $language }
status-shared = Ocorrências que não pertencem a um único idioma
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = As traduções são comparadas com o texto em { $language }.
status-consensus = As traduções são comparadas com o que diz a maioria dos idiomas.
status-unchecked = As regras não foram executadas quando este site foi gerado: não se sabe o que está danificado.
status-data = O mesmo em forma de dados
coverage = Cobertura
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = Atualizado
state-stale = Desatualizado
state-damaged = Danificado
state-missing = Ausente
state-exempt = Não previsto
state-current-text = foi feito a partir do texto de origem atual, ou nada indica o contrário
state-stale-text = o texto de origem foi alterado desde então
state-damaged-text = contém erros ou avisos
state-missing-text = não existe e deveria existir
state-exempt-text = não existe e ninguém o espera
state-number = O número indica os erros e avisos; não inclui o que está desatualizado ou ausente.
severity-error = Erro
severity-warning = Aviso
severity-info = Informação
errors = Erros
warnings = Avisos
infos = Informações
no-single-language = Nenhum idioma específico
all-languages = Todos os idiomas
debts = Pendências, da mais antiga à mais recente
debts-order = Em ordem do dia que cada texto indica como o da sua última alteração; o que está ausente, pelo do original. O que não indica nenhum dia fica no final. Não são datas de arquivos.
debts-none = Não há pendências.
debts-more =
    { $count ->
        [one] Mais { $count } pendência consta nas páginas dos idiomas.
       *[other] Mais { $count } pendências constam nas páginas dos idiomas.
    }
day-in-text = Dia segundo o texto
no-day = Nenhum
article = Artigo
state = Estado
every-article = Todos os artigos em todos os idiomas
only-debts = Mostrar somente as pendências
owing-nothing =
    { $count ->
        [one] { $count } artigo sem pendências foi omitido aqui.
       *[other] { $count } artigos sem pendências foram omitidos aqui.
    }
info-count =
    { $count ->
        [one] { $count } informação
       *[other] { $count } informações
    }
other-findings = Outras ocorrências
other-files = Outros arquivos
nothing-found = Não há pendências nem ocorrências.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NOME
manual-description = DESCRIÇÃO
manual-see-also = VEJA TAMBÉM
manual-index = As páginas de manual de “{ $site }”
manual-index-text = Estas são as páginas de manual de “{ $site }”. Para ler uma delas, digite “man”, o número entre parênteses e o nome.
manual-section = Seção { $number }
moved = Esta página foi movida
moved-text = Agora ela está aqui:
